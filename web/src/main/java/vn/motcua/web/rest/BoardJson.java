package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import vn.motcua.figures.board.Board;
import vn.motcua.figures.board.BoardFlow;
import vn.motcua.figures.board.BoardPeriod;
import vn.motcua.figures.board.BoardSums;
import vn.motcua.figures.board.DossierPage;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Tile;
import vn.motcua.figures.index.IndexAnswer;
import vn.motcua.figures.index.IndexLine;

/** The board as JSON. */
final class BoardJson {

  private BoardJson() {}

  static String of(Board board) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("dataset", board.dataset().code())
            .add("today", board.today().toString())
            .add("period", period(board.question().period()))
            .add("compared", period(board.compared()))
            .add("position", FigureJson.of(board.position()));
    if (board.check() != null) {
      json.add(
          "check",
          Json.createObjectBuilder()
              .add("matches", board.check().matches())
              .add("horizon", board.check().horizon())
              .add("time", board.check().time().toString())
              .add("differences", board.check().differences()));
    }
    JsonArrayBuilder tiles = Json.createArrayBuilder();
    board.tiles().forEach(tile -> tiles.add(tile(tile)));
    return json.add("tiles", tiles)
        .add("flows", sums(board.sums()))
        .add("open", board.open())
        .add(
            "overdue",
            Json.createObjectBuilder()
                .add("atEnd", board.overdue())
                .add("upTo3Days", board.ages().upTo3())
                .add("upTo10Days", board.ages().upTo10())
                .add("moreDays", board.ages().more()))
        .add("branches", parts(board.branches()))
        .add("fields", parts(board.fields()))
        .build()
        .toString();
  }

  static String of(IndexAnswer answer) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (IndexLine line : answer.lines()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("code", line.component().name())
              .add("number", line.component().number())
              .add("group", line.component().group())
              .add("name", line.component().vietnamese())
              .add("points", line.component().points())
              .add("numerator", line.value().numerator())
              .add("denominator", line.value().denominator());
      if (line.earned() != null) {
        json.add("earnedHundredths", line.earned());
      }
      lines.add(json);
    }
    return Json.createObjectBuilder()
        .add("dataset", answer.dataset())
        .add("from", answer.from().toString())
        .add("to", answer.to().toString())
        .add("earnedHundredths", answer.earned())
        .add("measuredPoints", answer.measured())
        .add("components", lines)
        .build()
        .toString();
  }

  static String of(DossierPage page) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (DossierPage.Line line : page.lines()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("code", line.code())
              .add("procedure", line.procedure())
              .add("branch", line.branch())
              .add("unit", line.unit())
              .add("field", line.field())
              .add("class", line.standing())
              .add("receivedAt", line.receivedAt().toString());
      if (line.dueAt() != null) {
        json.add("firstDueAt", line.dueAt().toString());
      }
      if (line.endedAt() != null) {
        json.add("endedAt", line.endedAt().toString());
      }
      if (line.over() != null) {
        json.add("overHours", line.over().toHours());
      }
      lines.add(json);
    }
    JsonObjectBuilder json = Json.createObjectBuilder().add("dossiers", lines);
    return (page.next() == null ? json : json.add("next", page.next())).build().toString();
  }

  private static JsonObjectBuilder tile(Tile tile) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("code", tile.goal().name())
            .add("name", tile.goal().vietnamese())
            .add("nameEnglish", tile.goal().english())
            .add("state", tile.state().name());
    if (tile.state() == Tile.State.LIVE) {
      json.add("value", ratio(tile.value()));
    }
    if (tile.previous().exists()) {
      json.add("previous", ratio(tile.previous()));
    }
    if (tile.untilYesterday().exists()) {
      json.add("untilYesterday", ratio(tile.untilYesterday()));
    }
    if (tile.target() != null) {
      json.add(
          "target",
          Json.createObjectBuilder()
              .add("comparison", tile.target().comparison().name())
              .add("permille", tile.target().permille())
              .add("source", tile.target().source()));
    }
    if (tile.reached() != null) {
      json.add("reached", tile.reached());
    }
    JsonObjectBuilder sides = Json.createObjectBuilder();
    for (Tile.Side side : tile.sides()) {
      if (side.isCount()) {
        sides.add(side.code(), side.value().numerator());
      } else if (!side.exists()) {
        sides.addNull(side.code());
      } else if (side.p50() == null) {
        sides.add(side.code(), ratio(side.value()));
      } else {
        sides.add(
            side.code(),
            Json.createObjectBuilder()
                .add("n", side.value().denominator())
                .add("p50Minutes", side.p50())
                .add("p90Minutes", side.p90()));
      }
    }
    JsonArrayBuilder days = Json.createArrayBuilder();
    for (Tile.Day day : tile.days()) {
      days.add(ratio(day.value()).add("day", day.day().toString()));
    }
    return json.add("beside", sides).add("days", days);
  }

  private static JsonArrayBuilder parts(List<Board.Part> parts) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Board.Part part : parts) {
      json.add(
          Json.createObjectBuilder()
              .add("id", part.id())
              .add("code", part.code())
              .add("name", part.name())
              .add("overdue", part.overdue())
              .add("flows", sums(part.sums())));
    }
    return json;
  }

  /** Stocks are told beside; their flows say nothing alone. */
  private static JsonObjectBuilder sums(BoardSums sums) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (BoardFlow flow : BoardFlow.values()) {
      String[] words = flow.name().toLowerCase(Locale.ROOT).split("_");
      StringBuilder name = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; i++) {
        name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      json.add(name.toString(), sums.of(flow));
    }
    return json;
  }

  private static JsonObjectBuilder ratio(Ratio ratio) {
    return Json.createObjectBuilder()
        .add("numerator", ratio.numerator())
        .add("denominator", ratio.denominator());
  }

  private static JsonObjectBuilder period(BoardPeriod period) {
    return Json.createObjectBuilder()
        .add("from", period.from().toString())
        .add("to", period.to().toString());
  }
}
