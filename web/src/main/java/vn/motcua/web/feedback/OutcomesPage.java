package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import vn.motcua.feedback.PublicPetitions;
import vn.motcua.web.layout.PressedPage;

/** Published outcomes of complaints and denunciations (công khai kết quả khiếu nại, tố cáo). */
@Named("outcomes")
@RequestScoped
public class OutcomesPage extends PressedPage {

  @EJB private PublicPetitions petitions;

  private List<PublicPetitions.Outcome> list;

  public List<PublicPetitions.Outcome> getList() {
    if (list == null) {
      list = petitions.published(whole("page"));
    }
    return list;
  }

  /** Whether there may be older ones. */
  public boolean isFull() {
    return getList().size() == 20;
  }

  public int getNext() {
    return whole("page") + 1;
  }
}
