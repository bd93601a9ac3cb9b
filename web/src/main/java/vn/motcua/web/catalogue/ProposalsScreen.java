package vn.motcua.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import vn.motcua.catalogue.CatalogueProposals;
import vn.motcua.catalogue.Proposal;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Proposals that wait, and those decided last (danh sách đề nghị). */
@Named("proposalsScreen")
@RequestScoped
public class ProposalsScreen {

  @EJB private CatalogueProposals proposals;
  @Inject private Words words;

  private List<Proposal> all;

  @PostConstruct
  void read() {
    all = proposals.list();
  }

  public List<Proposal> getWaiting() {
    return all.stream().filter(one -> one.status() == Proposal.Status.PROPOSED).toList();
  }

  public List<Proposal> getDecided() {
    return all.stream().filter(one -> one.status() != Proposal.Status.PROPOSED).toList();
  }

  public String kind(Proposal proposal) {
    return words.of("proposal.kind." + proposal.kind());
  }

  public String status(Proposal proposal) {
    return words.of("proposal.status." + proposal.status());
  }

  /** Good, bad or waiting. */
  public String colour(Proposal proposal) {
    return switch (proposal.status()) {
      case APPROVED -> "good";
      case REJECTED -> "bad";
      default -> "waiting";
    };
  }

  public String moment(Instant moment) {
    return moment == null ? "" : words.getNotation().minute(moment, Notation.CITY);
  }
}
