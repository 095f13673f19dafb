package dev.rollcall.mapping;

import dev.rollcall.employee.Email;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import org.jspecify.annotations.Nullable;

/** Lines of attributes that are more than one value. */
interface Typed {
    /** One address and its use. */
    record EmailLine(
            @Key(value = "Its use", example = "type: work", required = true)
            Email.@Nullable Type type,

            @Nullable @Key(value = "The address", example = "value: $.work_email", required = true)
            Line value,

            At at) {}

    /** One number and its use. */
    record PhoneLine(
            @Nullable @Key(value = "Its use: work, mobile, home", example = "type: mobile", required = true)
            String type,

            @Nullable @Key(value = "The number", example = "value: Mobile", required = true)
            Line value,

            At at) {}

    /** The parts of an address. */
    record AddressLines(
            @Nullable @Key(value = "Street and number") Line street,
            @Nullable @Key(value = "Postal code") Line postalCode,
            @Nullable @Key(value = "Town") Line locality,
            @Nullable @Key(value = "State or province") Line region,
            @Nullable @Key(value = "Country") Line country,
            At at) {}

    /** The parts of a pay. */
    record CompensationLines(
            @Nullable @Key(value = "Amount, a number with a decimal point", required = true)
            Line amount,

            @Nullable @Key(value = "Currency, ISO 4217") Line currency,
            @Nullable @Key(value = "Period it is paid for") Line period,
            At at) {}
}
