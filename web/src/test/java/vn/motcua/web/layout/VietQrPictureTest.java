package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.payment.BankAccount;
import vn.motcua.payment.PaymentReference;
import vn.motcua.payment.VietQr;

/** The picture on the fees page, drawn from its path and read as a telephone reads it. */
class VietQrPictureTest {

  private static final int PIXELS = 6;
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  @Test
  void thePictureSaysWhatIsToBePaidAndFor() throws Exception {
    String text =
        VietQr.payload(
            new BankAccount("970415", "113366668888", "TTPVHCC HA NOI"),
            150_000,
            PaymentReference.of(4_711));
    QrCode picture = QrCode.of(text);

    assertThat(read(picture)).isEqualTo(text).contains("5406150000", PaymentReference.of(4_711));
  }

  private static String read(QrCode picture) throws Exception {
    int modules = Integer.parseInt(picture.getViewBox().split(" ")[2]);
    int side = modules * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher module = MODULE.matcher(picture.getPath());
    while (module.find()) {
      int left = Integer.parseInt(module.group(1)) * PIXELS;
      int top = Integer.parseInt(module.group(2)) * PIXELS;
      for (int y = top; y < top + PIXELS; y++) {
        Arrays.fill(pixels, y * side + left, y * side + left + PIXELS, 0);
      }
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
