package vn.motcua.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.catalogue.LimitUnit;
import vn.motcua.catalogue.ProcedureFee;
import vn.motcua.catalogue.ProcedureLimit;
import vn.motcua.events.Channel;

/**
 * How the procedures' files write limits and fees: {@code D 22 wd; OP 12 wd} is 22 working days
 * when filed directly and 12 online or by post, {@code * 20 cd; * 15 cd [Nhà ở riêng lẻ]} is 20
 * calendar days for any channel and 15 in the case named.
 */
final class AmountNotation {

  private static final Pattern PART =
      Pattern.compile("(\\*|[DOP]{1,3}) (\\d{1,9})(?: (wd|cd|wh|m))?(?: \\[([^\\[\\];]+)\\])?");
  private static final Map<Character, Channel> CHANNELS =
      Map.of('D', Channel.DIRECT, 'O', Channel.ONLINE, 'P', Channel.POST);
  private static final Map<String, LimitUnit> UNITS =
      Map.of(
          "wd", LimitUnit.WORKING_DAYS,
          "cd", LimitUnit.CALENDAR_DAYS,
          "wh", LimitUnit.WORKING_HOURS,
          "m", LimitUnit.MONTHS);

  private AmountNotation() {}

  static List<ProcedureLimit> limits(ReferenceRow row, String column) throws BadCell {
    List<ProcedureLimit> limits = new ArrayList<>();
    for (Part part : parts(row, column)) {
      int amount = (int) part.amount();
      if (part.unit() == null || amount == 0) {
        throw BadCell.value(column, row.text(column));
      }
      limits.add(new ProcedureLimit(part.channel(), part.appliesTo(), amount, part.unit()));
    }
    return limits;
  }

  static List<ProcedureFee> fees(ReferenceRow row, String column) throws BadCell {
    List<ProcedureFee> fees = new ArrayList<>();
    for (Part part : parts(row, column)) {
      if (part.unit() != null) {
        throw BadCell.value(column, row.text(column));
      }
      fees.add(new ProcedureFee(part.channel(), part.appliesTo(), part.amount()));
    }
    return fees;
  }

  /** One amount for one channel; channel null is any, unit null is none. */
  private record Part(Channel channel, String appliesTo, long amount, LimitUnit unit) {}

  private record Place(Channel channel, String appliesTo) {}

  private static List<Part> parts(ReferenceRow row, String column) throws BadCell {
    String text = row.text(column);
    List<Part> parts = new ArrayList<>();
    Set<Place> places = new HashSet<>();
    if (text.isEmpty()) {
      return parts;
    }
    for (String one : text.split("; ", -1)) {
      Matcher form = PART.matcher(one);
      if (!form.matches()) {
        throw BadCell.value(column, text);
      }
      String appliesTo = form.group(4) == null ? "" : form.group(4);
      for (char letter : form.group(1).toCharArray()) {
        Channel channel = CHANNELS.get(letter);
        if (!places.add(new Place(channel, appliesTo))) {
          throw BadCell.value(column, text);
        }
        LimitUnit unit = form.group(3) == null ? null : UNITS.get(form.group(3));
        parts.add(new Part(channel, appliesTo, Long.parseLong(form.group(2)), unit));
      }
    }
    return parts;
  }
}
