package vn.motcua.figures.board;

import java.util.List;

/** What a board can be cut by; the parts carry names and no figures. */
public record BoardChoices(List<Board.Part> branches, List<Board.Part> fields) {}
