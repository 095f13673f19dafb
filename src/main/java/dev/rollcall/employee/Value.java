package dev.rollcall.employee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attribute of one employee holds.
 *
 * <p>An attribute that is not carried is absent from the {@link Profile}; one that the source has and leaves empty is
 * {@link Cleared}. None of these prints what it holds.
 */
public sealed interface Value {

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "Text[***]";
        }
    }

    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return "Texts[" + texts.size() + "]";
        }
    }

    record Day(LocalDate date) implements Value {
        @Override
        public String toString() {
            return "Day[***]";
        }
    }

    record Flag(boolean on) implements Value {}

    record Status(EmploymentStatus status) implements Value {}

    record Emails(List<Email> emails) implements Value {
        public Emails {
            emails = List.copyOf(emails);
        }
    }

    record Phones(List<Phone> phones) implements Value {
        public Phones {
            phones = List.copyOf(phones);
        }
    }

    record Referred(Reference reference) implements Value {}

    record ReferredAll(List<Reference> references) implements Value {
        public ReferredAll {
            references = List.copyOf(references);
        }
    }

    /** A postal address; every part may be missing. */
    record Address(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String locality,
            @Nullable String region,
            @Nullable String country)
            implements Value {
        @Override
        public String toString() {
            return "Address[***]";
        }
    }

    /** Pay: an amount, its ISO 4217 currency and the period it is paid for. */
    record Compensation(
            BigDecimal amount,
            @Nullable String currency,
            @Nullable String period) implements Value {
        @Override
        public String toString() {
            return "Compensation[***]";
        }
    }

    /** Mapped, and empty in the source: the user's value goes (acceptance D17). */
    enum Cleared implements Value {
        CLEARED
    }
}
