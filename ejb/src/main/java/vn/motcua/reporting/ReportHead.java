package vn.motcua.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.reports.SignatureBlock;

/**
 * Head and signature of reports. They change with people and with reorganisations, so they are
 * configuration (motcua.report.*), with the Centre as it is known as default.
 */
@ApplicationScoped
public class ReportHead {

  @Inject
  @ConfigProperty(
      name = "motcua.report.superior",
      defaultValue = "Ủy ban nhân dân thành phố Hà Nội")
  private String superior;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.symbol", defaultValue = "BC-TTPVHCC")
  private String symbol;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  @Inject
  @ConfigProperty(name = "motcua.report.receiver", defaultValue = "Văn phòng Chính phủ")
  private String receiver;

  @Inject
  @ConfigProperty(name = "motcua.report.signer-title", defaultValue = "Giám đốc")
  private String signerTitle;

  List<String> superiorAgency() {
    return List.of(superior);
  }

  List<String> issuingAgency() {
    return List.of(issuer);
  }

  String symbol() {
    return symbol;
  }

  String place() {
    return place;
  }

  String receivingUnit() {
    return receiver;
  }

  SignatureBlock signature() {
    return new SignatureBlock(List.of(signerTitle), "", List.of(receiver, superior, "Lưu: VT"));
  }
}
