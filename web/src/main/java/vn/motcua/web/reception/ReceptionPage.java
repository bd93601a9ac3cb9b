package vn.motcua.web.reception;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.reception.IntakeService;
import vn.motcua.reception.ReturnChannel;
import vn.motcua.web.layout.Notation;

/**
 * The counter (quầy tiếp nhận). The page holds no state here: what is typed lives in the browser
 * and, as a draft, in the database.
 */
@Named
@RequestScoped
public class ReceptionPage {

  private static final List<String> PEOPLE =
      List.of("owner", "submitter", "authorised", "receiver");

  @EJB private IntakeService intake;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;

  private List<UnitDetail> branches;

  /** Where the account that is signed in receives. */
  public List<UnitDetail> getBranches() {
    if (branches == null) {
      branches = intake.branches();
    }
    return branches;
  }

  public List<UnitDetail> getCommunes() {
    Comparator<UnitDetail> byName =
        Comparator.comparing(UnitDetail::name, Collator.getInstance(Locale.of("vi")));
    return organisation
        .units(UnitKind.COMMUNE, LocalDate.ofInstant(clock.instant(), Notation.CITY))
        .stream()
        .sorted(byName)
        .toList();
  }

  public List<String> getReturnChannels() {
    return Arrays.stream(ReturnChannel.values()).map(Enum::name).toList();
  }

  /** The relations of persons to the visit, the owner first. */
  public List<String> getPeople() {
    return PEOPLE;
  }
}
