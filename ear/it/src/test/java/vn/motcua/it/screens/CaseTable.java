package vn.motcua.it.screens;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A small log of cases, one row each, in the columns of the example mapping "CSV, mỗi dòng một hồ
 * sơ". Its counts are known by hand: of each ten, four are early, two on time, one late, one
 * withdrawn before its due date and two open at the end, one of them overdue.
 */
final class CaseTable {

  static final String EXAMPLE = "[data-example=example-csv-cases]";

  private static final String HEADER =
      "ma_ho_so;ngay_tiep_nhan;ngay_hen_tra;ngay_co_ket_qua;trang_thai;co_quan;linh_vuc;kenh\n";
  private static final String UNIT =
      "Trung tâm Phục vụ hành chính công – Chi nhánh số 12 phường Văn Miếu – Quốc Tử Giám";
  private static final String[] TEN = {
    "02/03/2026 08:00;12/03/2026 17:00;09/03/2026 10:00;Đã trả;%s;Đất đai;Trực tiếp",
    "02/03/2026 09:00;12/03/2026 17:00;10/03/2026 10:00;Đã trả;%s;Đất đai;Trực tuyến",
    "03/03/2026 08:30;13/03/2026 17:00;11/03/2026 10:00;Đã trả;%s;Hộ tịch;Trực tuyến",
    "04/03/2026 08:30;16/03/2026 17:00;13/03/2026 10:00;Đã trả;%s;Hộ tịch;Bưu chính",
    "05/03/2026 08:30;16/03/2026 17:00;16/03/2026 16:59;Đã trả;%s;Hộ tịch;Trực tiếp",
    "05/03/2026 14:00;17/03/2026 17:00;17/03/2026 17:00;Đã trả;%s;Chứng thực;Trực tiếp",
    "06/03/2026 08:30;16/03/2026 17:00;18/03/2026 09:00;Đã trả;%s;Chứng thực;Trực tiếp",
    "09/03/2026 08:30;19/03/2026 17:00;-;Rút hồ sơ;%s;Đất đai;Trực tuyến",
    "10/03/2026 08:30;17/03/2026 17:00;-;Đang giải quyết;%s;Đất đai;Trực tuyến",
    "18/03/2026 10:00;27/03/2026 17:00;-;Đang giải quyết;%s;Đất đai;Trực tuyến"
  };

  private CaseTable() {}

  /** A log that nobody has imported before. */
  static FilePayload of(int tens) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int ten = 0; ten < tens; ten++) {
      for (int row = 0; row < TEN.length; row++) {
        rows.append(run).append('-').append(ten).append('-').append(row).append(';');
        rows.append(TEN[row].formatted(UNIT)).append('\n');
      }
    }
    return new FilePayload(
        "so-theo-doi-" + run + ".csv",
        "text/csv",
        rows.toString().getBytes(StandardCharsets.UTF_8));
  }
}
