package vn.motcua.handover;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.reports.ReportRenderer;
import vn.motcua.reports.SignedList;

/** Prints slips (in phiếu bàn giao) as they stand now. */
@Stateless
public class SlipPrinter {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  /** Costs a layout to load. */
  private static final class Renderer {
    static final ReportRenderer INSTANCE = new ReportRenderer();
  }

  @EJB private SlipService slips;
  @EJB private Access access;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  public SlipPrinter() {}

  /** For use without a container. */
  SlipPrinter(SlipService slips, Access access, InstantSource clock) {
    this.slips = slips;
    this.access = access;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /** The slip on A4, for both sides to sign. */
  public byte[] print(long slipId) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    SlipView slip = slips.find(slipId);
    return Renderer.INSTANCE.pdf(
        new SignedList(
            List.of(issuer),
            List.of(slip.from()),
            slip.number(),
            place,
            clock.instant().atZone(HandoverTime.ZONE),
            slip.kind() == SlipKind.PAPERS ? "PHIẾU BÀN GIAO HỒ SƠ" : "PHIẾU BÀN GIAO KẾT QUẢ",
            introduction(slip),
            Stream.of("Mã hồ sơ", "Thủ tục", "Bản gốc", "Ghi chú").toList(),
            slip.lines().stream().map(SlipPrinter::row).toList(),
            "BÊN GIAO",
            "BÊN NHẬN"));
  }

  private static List<String> introduction(SlipView slip) {
    List<String> lines = new ArrayList<>();
    lines.add("Bên giao: " + slip.from());
    lines.add("Bên nhận: " + slip.to());
    if (slip.sentAt() != null) {
      lines.add(
          "Giao lúc %s, người giao: %s"
              .formatted(MINUTE.format(slip.sentAt().atZone(HandoverTime.ZONE)), slip.giver()));
    }
    if (slip.receivedAt() != null) {
      lines.add(
          "Nhận lúc %s, người nhận: %s; chênh lệch: %d"
              .formatted(
                  MINUTE.format(slip.receivedAt().atZone(HandoverTime.ZONE)),
                  slip.receiver(),
                  slip.differences().size()));
    }
    return lines;
  }

  private static SignedList.Row row(SlipView.Line line) {
    String verdict =
        line.verdict() == null
            ? ""
            : switch (line.verdict()) {
              case RECEIVED -> "Đủ";
              case MISSING -> "Không có hồ sơ";
              case DAMAGED -> "Thiếu, hư hỏng";
              case EXTRA -> "Ngoài phiếu";
            };
    String note = line.note().isEmpty() ? verdict : verdict + ". " + line.note();
    return new SignedList.Row(
        line.code(), line.procedure(), String.valueOf(line.originals()), note);
  }
}
