package vn.motcua.web.rest;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.UUID;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.Words;

/**
 * Every exception as problem+json. What the contexts declare speaks for itself; anything else is
 * our fault: it is logged under a number, and only that number is told.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable thrown) {
    Locale language = RequestLanguage.of(headers);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CodedFailure failure) {
        return Problem.of(
            failure.httpStatus(), failure.code(), failure.message(language), language);
      }
      if (Words.refusedByContainer(cause)) {
        return Problem.of(403, "request.forbidden", forbidden(language), language);
      }
      if (cause instanceof WebApplicationException web) {
        return ofWeb(web, language);
      }
      if (cause == cause.getCause() || !(cause instanceof EJBException || cause == thrown)) {
        break;
      }
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(System.Logger.Level.ERROR, "Unexpected failure " + number, thrown);
    String detail =
        "en".equals(language.getLanguage())
            ? "Something went wrong on our side. Try again; if it persists, report number "
            : "Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị với số ";
    return Problem.of(500, "server.unexpected", detail + number + ".", language);
  }

  private static Response ofWeb(WebApplicationException web, Locale language) {
    Response response = web.getResponse();
    if (response.getStatus() < 400 || response.hasEntity()) {
      return response;
    }
    boolean english = "en".equals(language.getLanguage());
    String detail =
        switch (response.getStatus()) {
          case 404 ->
              english
                  ? "There is nothing at this address. Check it."
                  : "Không có gì ở địa chỉ này. Hãy kiểm tra lại địa chỉ.";
          case 405 ->
              english
                  ? "This address does not take this method. See /openapi."
                  : "Địa chỉ này không nhận phương thức vừa gửi. Xem /openapi.";
          case 415 ->
              english
                  ? "This content type is not taken here. See /openapi."
                  : "Định dạng nội dung không được nhận ở đây. Xem /openapi.";
          default ->
              english
                  ? "The request could not be read. See /openapi."
                  : "Không đọc được yêu cầu. Xem /openapi.";
        };
    return Problem.of(
        response.getStatus(), "request.http-" + response.getStatus(), detail, language);
  }

  private static String forbidden(Locale language) {
    return "en".equals(language.getLanguage())
        ? "Your account may not do this. Ask an administrator for the role."
        : "Tài khoản của bạn không được làm việc này. Hãy đề nghị quản trị cấp vai trò.";
  }
}
