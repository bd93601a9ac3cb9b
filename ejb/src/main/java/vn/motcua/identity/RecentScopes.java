package vn.motcua.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * What lies below some bodies, for some seconds: the tree of bodies changes by decision of the
 * city, a scope is asked for with every request. An account's own bodies are not kept here, so that
 * a scope that is taken away is gone at once.
 */
@ApplicationScoped
public class RecentScopes {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private record Known(Scope scope, Instant until) {}

  private final ConcurrentMap<Set<Integer>, Known> known = new ConcurrentHashMap<>();

  Scope of(Account account, Instant now, Function<Set<Integer>, Set<Integer>> within) {
    if (account.wholeCity()) {
      return new Scope(true, Set.of());
    }
    Known found = known.get(account.scope());
    if (found != null && found.until().isAfter(now)) {
      return found.scope();
    }
    Scope scope = new Scope(false, within.apply(account.scope()));
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(account.scope(), new Known(scope, now.plus(KEPT)));
    return scope;
  }
}
