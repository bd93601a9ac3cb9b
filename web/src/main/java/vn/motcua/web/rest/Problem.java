package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** An error as RFC 9457 wants it, with our stable code. */
final class Problem {

  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  static Response of(int status, String code, String detail, Locale language) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("type", "urn:motcua:problem:" + code)
            .add("title", title(status, language))
            .add("status", status)
            .add("code", code)
            .add("detail", detail)
            .build();
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header("Content-Language", language.getLanguage())
        .header("Cache-Control", "no-store")
        .entity(body.toString())
        .build();
  }

  private static String title(int status, Locale language) {
    boolean english = "en".equals(language.getLanguage());
    return switch (status) {
      case 400, 422 -> english ? "The request is not valid" : "Yêu cầu không hợp lệ";
      case 401, 403 -> english ? "Not permitted" : "Không có quyền";
      case 404 -> english ? "Not found" : "Không tìm thấy";
      case 405 -> english ? "Method not supported" : "Phương thức không được hỗ trợ";
      case 409 -> english ? "Not possible now" : "Chưa thực hiện được";
      case 413 -> english ? "Too large" : "Quá lớn";
      case 415 -> english ? "Type not supported" : "Định dạng không được hỗ trợ";
      case 429 -> english ? "Too many requests" : "Quá nhiều yêu cầu";
      case 503 -> english ? "Not available now" : "Tạm thời chưa sẵn sàng";
      default -> english ? "Error" : "Lỗi";
    };
  }
}
