package vn.motcua.it.running;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/**
 * Signs a browser in through the form of the sign-in page, without showing it: all pages of the
 * window's context are then that person's.
 */
public final class SignIn {

  private SignIn() {}

  /**
   * As a person of the demo.
   *
   * @param login as {@code tiepnhan.tayho}
   */
  public static void as(Page page, String login) {
    String base = System.getProperty("motcua.url");
    as(page.context(), new Api(base.endsWith("/") ? base : base + "/").demoAccountOf(login));
  }

  /**
   * @throws IllegalStateException where the account is not let in
   */
  public static void as(BrowserContext context, Account account) {
    String base = System.getProperty("motcua.url");
    APIResponse answer =
        context
            .request()
            .post(
                (base.endsWith("/") ? base : base + "/") + "sign-in",
                RequestOptions.create()
                    .setMaxRedirects(0)
                    .setForm(
                        FormData.create()
                            .set("login", account.login())
                            .set("password", account.password())));
    if (answer.status() != 303) {
      throw new IllegalStateException(
          account.login() + " was not let in: " + answer.status() + " " + answer.text());
    }
  }
}
