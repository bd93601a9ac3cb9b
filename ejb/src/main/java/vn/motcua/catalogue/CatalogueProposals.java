package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Proposes new versions of procedures and internal processes and decides on them (đề nghị, phê
 * duyệt). A branch proposes, the Centre decides, and never the same person. What is approved holds
 * from a later day: the past, and every dossier with the version of its receipt, stay as they are.
 */
@Stateless
public class CatalogueProposals {

  private static final Role[] PROPOSE = {
    Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR
  };
  private static final Role[] DECIDE = {Role.LEADER, Role.ADMINISTRATOR};

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public CatalogueProposals() {}

  /** For use without a container. */
  public CatalogueProposals(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Proposes a version of a procedure, new or known by the sheet's code.
   *
   * @param from the first day for which it shall hold, in the city's zone; after today
   * @return the number of the proposal
   * @throws CatalogueFailure.SheetWrong with all that is wrong with the sheet
   */
  public long propose(ProcedureSheet sheet, LocalDate from, String reason) {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      return new ProposalRows(connection, clock.instant())
          .propose(sheet, from, reason, account.login(), null, trail);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Proposes a version of the internal process of a procedure.
   *
   * @throws CatalogueFailure.UnknownProcedure where there is no such procedure
   * @throws CatalogueFailure.SheetWrong with all that is wrong with the sheet
   */
  public long propose(ProcessSheet sheet, LocalDate from, String reason) {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      return new ProposalRows(connection, clock.instant())
          .propose(sheet, from, reason, account.login(), trail);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Approves: the version is in force from its day.
   *
   * @param seen {@link Proposal#seen}
   * @throws CatalogueFailure.FourEyes where the caller proposed it
   * @throws CatalogueFailure.ChangedMeanwhile where it, or the procedure, has changed since
   */
  public void approve(long id, int seen, String decision) {
    Account account = access.require(DECIDE);
    try (Connection connection = database.getConnection()) {
      ProposalRows rows = new ProposalRows(connection, clock.instant());
      Proposal proposal = rows.locked(id, seen, account.login());
      if (proposal.mine()) {
        throw new CatalogueFailure.FourEyes();
      }
      rows.carryOut(proposal);
      rows.decide(id, Proposal.Status.APPROVED, account.login(), text(decision));
      trail.record("catalogue.approve", subject(proposal), details(proposal));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Approves all that an import proposed and is still waiting.
   *
   * @return how many
   */
  public int approveImport(long importId, String decision) {
    Account account = access.require(DECIDE);
    try (Connection connection = database.getConnection()) {
      ProposalRows rows = new ProposalRows(connection, clock.instant());
      List<Proposal> waiting = rows.ofImport(importId, account.login());
      for (Proposal proposal : waiting) {
        if (proposal.mine()) {
          throw new CatalogueFailure.FourEyes();
        }
        rows.carryOut(proposal);
        rows.decide(proposal.id(), Proposal.Status.APPROVED, account.login(), text(decision));
        trail.record("catalogue.approve", subject(proposal), details(proposal));
      }
      return waiting.size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rejects with a reason. */
  public void reject(long id, int seen, String reason) {
    Account account = access.require(DECIDE);
    if (text(reason).isEmpty()) {
      throw new CatalogueFailure.ReasonMissing();
    }
    try (Connection connection = database.getConnection()) {
      ProposalRows rows = new ProposalRows(connection, clock.instant());
      Proposal proposal = rows.locked(id, seen, account.login());
      if (proposal.mine()) {
        throw new CatalogueFailure.FourEyes();
      }
      rows.decide(id, Proposal.Status.REJECTED, account.login(), text(reason));
      trail.record("catalogue.reject", subject(proposal), details(proposal));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes one's own proposal back. */
  public void withdraw(long id, int seen) {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      ProposalRows rows = new ProposalRows(connection, clock.instant());
      Proposal proposal = rows.locked(id, seen, account.login());
      if (!proposal.mine()) {
        throw new CatalogueFailure.ForeignProposal();
      }
      rows.decide(id, Proposal.Status.WITHDRAWN, account.login(), "");
      trail.record("catalogue.withdraw", subject(proposal), details(proposal));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws CatalogueFailure.UnknownProposal where there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Proposal find(long id) {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      return new ProposalRows(connection, clock.instant()).find(id, account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that wait for a decision, the oldest first; then the 50 decided last. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Proposal> list() {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      return new ProposalRows(connection, clock.instant()).list(account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(Proposal proposal) {
    return "procedure " + proposal.procedureCode();
  }

  private static Map<String, String> details(Proposal proposal) {
    return Map.of(
        "proposal",
        Long.toString(proposal.id()),
        "kind",
        proposal.kind().name(),
        "validFrom",
        proposal.validFrom().toString());
  }

  private static String text(String typed) {
    return ProcedureSheet.clean(typed);
  }
}
