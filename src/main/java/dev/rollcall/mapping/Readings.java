package dev.rollcall.mapping;

import dev.rollcall.employee.Email;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Phone;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How texts become the values of each kind of attribute. Mapped and empty is cleared (acceptance D17). */
final class Readings {
    /** The value of one attribute. */
    @FunctionalInterface
    interface Reading {
        /**
         * The value; cleared when the record has none.
         *
         * @throws Unmappable when the record's value cannot be used
         */
        Value read(Fields fields);
    }

    /** One address or number and its use. */
    record Use<T>(T type, Expression line) {}

    private Readings() {}

    private static Value orCleared(@Nullable Value value) {
        return value == null ? Value.Cleared.CLEARED : value;
    }

    static Reading text(Expression line) {
        return fields -> {
            String text = line.one(fields);
            return orCleared(text == null ? null : new Value.Text(text));
        };
    }

    static Reading texts(List<Expression> lines) {
        return fields -> {
            List<String> texts = new ArrayList<>();
            lines.forEach(line -> line.evaluate(fields).forEach(text -> texts.add(Texts.storable(text))));
            return orCleared(texts.isEmpty() ? null : new Value.Texts(texts));
        };
    }

    static Reading day(Expression line) {
        return fields -> {
            String text = line.one(fields);
            return orCleared(text == null ? null : new Value.Day(Dates.STRICT.read(text)));
        };
    }

    static Reading flag(Expression line) {
        return fields -> {
            String text = line.one(fields);
            if (text != null && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new Unmappable(
                        MappingCode.NOT_A_FLAG,
                        "found " + Shape.of(text) + ", expected true or false. Write then: [boolean], or a lookup.");
            }
            return orCleared(text == null ? null : new Value.Flag(Boolean.parseBoolean(text)));
        };
    }

    /** Unknown is neither active nor inactive, and so is empty (acceptance D24). */
    static Reading status(Expression line) {
        return fields -> {
            String text = line.one(fields);
            if (text == null) {
                throw new Unmappable(
                        MappingCode.NO_STATUS,
                        "found nothing, expected a status. Correct it in the source, or say by { default: active } what an"
                                + " empty one means.");
            }
            return new Value.Status(EmploymentStatus.named(text)
                    .orElseThrow(() -> new Unmappable(
                            MappingCode.NO_STATUS,
                            "found " + Shape.of(text)
                                    + ", expected active, leave, pending or inactive. Write a lookup.")));
        };
    }

    static Reading emails(List<Use<Email.Type>> uses) {
        return fields -> {
            List<Email> emails = new ArrayList<>(uses.size());
            for (Use<Email.Type> use : uses) {
                String text = use.line().one(fields);
                if (text != null) {
                    emails.add(new Email(use.type(), email(text)));
                }
            }
            return orCleared(emails.isEmpty() ? null : new Value.Emails(emails));
        };
    }

    private static String email(String text) {
        if (!Email.isAddress(text)) {
            String hint = Email.isAddress(text.strip()) ? " Blanks around it go by then: [trim]." : "";
            throw new Unmappable(
                    MappingCode.NOT_AN_EMAIL,
                    "found " + Shape.of(text) + ", expected an e-mail address (name@domain.tld)." + hint);
        }
        return text;
    }

    static Reading phones(List<Use<String>> uses) {
        return fields -> {
            List<Phone> phones = new ArrayList<>(uses.size());
            for (Use<String> use : uses) {
                String text = use.line().one(fields);
                if (text != null) {
                    phones.add(new Phone(use.type(), text));
                }
            }
            return orCleared(phones.isEmpty() ? null : new Value.Phones(phones));
        };
    }

    static Reading reference(Use<Reference.By> use) {
        return fields -> {
            String text = use.line().one(fields);
            return orCleared(text == null ? null : new Value.Referred(reference(use.type(), text)));
        };
    }

    static Reading references(List<Use<Reference.By>> uses) {
        return fields -> {
            List<Reference> all = new ArrayList<>();
            for (Use<Reference.By> use : uses) {
                use.line().evaluate(fields).forEach(text -> all.add(reference(use.type(), Texts.storable(text))));
            }
            return orCleared(all.isEmpty() ? null : new Value.ReferredAll(all));
        };
    }

    private static Reference reference(Reference.By by, String text) {
        return new Reference(by, by == Reference.By.EMAIL ? email(text) : text);
    }

    /** Street, postal code, locality, region and country, in this order; null where not mapped. */
    static Reading address(List<@Nullable Expression> parts) {
        return fields -> {
            List<@Nullable String> texts = new ArrayList<>();
            boolean any = false;
            for (Expression part : parts) {
                String text = part == null ? null : part.one(fields);
                any |= text != null;
                texts.add(text);
            }
            return orCleared(
                    any
                            ? new Value.Address(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4))
                            : null);
        };
    }

    static Reading compensation(Expression amount, @Nullable Expression currency, @Nullable Expression period) {
        return fields -> {
            String text = amount.one(fields);
            if (text == null) {
                return Value.Cleared.CLEARED;
            }
            return new Value.Compensation(
                    amount(text),
                    currency == null ? null : currency.one(fields),
                    period == null ? null : period.one(fields));
        };
    }

    private static BigDecimal amount(String text) {
        try {
            BigDecimal amount = text.length() > 40 ? null : new BigDecimal(text);
            if (amount != null && Math.abs(amount.scale()) <= 40) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // answered below, without the text
        }
        throw new Unmappable(
                MappingCode.NOT_A_NUMBER,
                "found " + Shape.of(text)
                        + ", expected a number such as 1234.50. Write then: [number] or { number: \",\" }.");
    }
}
