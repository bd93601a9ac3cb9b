package vn.motcua.reception;

/**
 * A person's name and telephone put right. Empty: stays as it is.
 *
 * @param relation OWNER or SUBMITTER of the visit; the first of them
 */
public record PersonChange(String relation, String fullName, String phone) {

  public PersonChange {
    relation = EntryText.line(relation);
    fullName = EntryText.line(fullName);
    phone = EntryText.line(phone);
  }
}
