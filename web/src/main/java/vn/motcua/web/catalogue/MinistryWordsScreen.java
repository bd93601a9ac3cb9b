package vn.motcua.web.catalogue;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import vn.motcua.ministry.StatusWords;
import vn.motcua.processing.StatusMeaning;
import vn.motcua.web.layout.Words;

/** What the words of a ministry's own software mean here (bảng ánh xạ trạng thái). */
@Named("ministryWords")
@RequestScoped
public class MinistryWordsScreen {

  @EJB private StatusWords service;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private String error = "";
  private List<StatusWords.Unknown> unknown;

  public void say() throws IOException {
    try {
      int dossiers =
          service.say(
              address.text("system"), address.text("word"), meaning(), address.number("seen"));
      address.goTo("/ministry-words?again=" + dossiers);
    } catch (RuntimeException refused) {
      error = words.failure(refused);
    }
  }

  /** Null: nothing happens. */
  private StatusMeaning meaning() {
    return getMeanings().stream()
        .filter(one -> one.name().equals(address.text("meaning")))
        .findFirst()
        .orElse(null);
  }

  public List<String> getSystems() {
    return service.systems();
  }

  public List<StatusWords.Entry> getEntries() {
    return service.entries();
  }

  public List<StatusWords.Unknown> getUnknown() {
    if (unknown == null) {
      unknown = service.unknown();
    }
    return unknown;
  }

  public List<StatusMeaning> getMeanings() {
    return List.of(StatusMeaning.values());
  }

  /** What the press before has done; empty where there was none. */
  public String getDone() {
    return error.isEmpty() && address.text("again").matches("\\d{1,4}")
        ? words.of("ministry.words.done", address.text("again"))
        : "";
  }

  public String getError() {
    return error;
  }
}
