package vn.motcua.catalogue;

import java.util.Map;

/**
 * What codes on a sheet stand for, by code; a code that nobody knows is shown as it is.
 *
 * @param fields names of fields (lĩnh vực)
 * @param beneficiaries names of who gets a fee (đơn vị thụ hưởng)
 */
public record SheetNames(Map<String, String> fields, Map<String, String> beneficiaries) {

  public SheetNames {
    fields = Map.copyOf(fields);
    beneficiaries = Map.copyOf(beneficiaries);
  }

  public String field(String code) {
    return fields.getOrDefault(code, code);
  }

  public String beneficiary(String code) {
    return beneficiaries.getOrDefault(code, code);
  }
}
