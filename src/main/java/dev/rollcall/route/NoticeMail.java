package dev.rollcall.route;

import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.notice.Courier.Parcel;
import dev.rollcall.notice.Courier.Undelivered;
import dev.rollcall.source.SourceFailure;
import jakarta.mail.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.MailAuthenticator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The Java of {@code direct:rollcall-notice-mail}. The mail server stands in the settings {@code rollcall.mail.*}, which
 * are read with every mail.
 */
@Component("rollcallMail")
public class NoticeMail extends MailAuthenticator {
    private static final String PASSWORD = "rollcall.mail.password";

    private final Environment settings;
    private final Secrets secrets;
    private final ObjectProvider<ProducerTemplate> template;

    NoticeMail(Environment settings, Secrets secrets, ObjectProvider<ProducerTemplate> template) {
        this.settings = settings;
        this.secrets = secrets;
        this.template = template;
    }

    boolean hasServer() {
        return !setting("host", "").isBlank();
    }

    void send(Parcel.Mail mail) {
        if (!hasServer()) {
            throw new Undelivered("rollcall.mail.host is not set.");
        }
        Exchange exchange = template.getObject().request("direct:rollcall-notice-mail", each -> fill(each, mail));
        @Nullable Exception failure = exchange.getException();
        if (failure != null) {
            // what a mail server says names the recipient
            throw new Undelivered("the mail server did not take it (" + cause(failure) + ").");
        }
    }

    private void fill(Exchange exchange, Parcel.Mail mail) {
        exchange.setProperty("rollcallMailServer", server());
        Message message = exchange.getMessage();
        message.setHeader("From", mail.from());
        message.setHeader("To", to(mail.to()));
        message.setHeader("Subject", mail.subject());
        // the same with every try, so that a mail that comes twice is known as one
        message.setHeader("Message-ID", "<" + mail.key() + "@rollcall>");
        // RFC 3834: nobody's absence note answers it
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=UTF-8");
        message.setBody(mail.text());
    }

    private static String to(Recipient recipient) {
        String name = recipient.name();
        if (name == null) {
            return recipient.email();
        }
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?= <"
                + recipient.email() + ">";
    }

    private String server() {
        String tls = setting("tls", "starttls");
        String scheme = switch (tls) {
            case "implicit" -> "smtps";
            case "starttls", "none" -> "smtp";
            default -> throw new Undelivered("rollcall.mail.tls is neither starttls, implicit nor none.");
        };
        String port = setting("port", tls.equals("implicit") ? "465" : "587");
        boolean login = !setting("username", "").isEmpty();
        return scheme + "://" + setting("host", "") + ":" + port
                + "?authenticator=#rollcallMail&connectionTimeout=10000"
                + "&mail." + scheme + ".auth=" + login
                + "&mail." + scheme + ".ssl.checkserveridentity=true"
                + "&mail.smtp.starttls.enable=" + tls.equals("starttls")
                + "&mail.smtp.starttls.required=" + tls.equals("starttls");
    }

    /** The login, asked for with every connection. */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        String username = setting("username", "");
        return new PasswordAuthentication(
                username.isEmpty() ? null : username,
                username.isEmpty()
                        ? null
                        : secrets.of("rollcall", PASSWORD, settings.getProperty(PASSWORD, ""))
                                .value());
    }

    private String setting(String name, String otherwise) {
        return settings.getProperty("rollcall.mail." + name, otherwise).strip();
    }

    private static String cause(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && !(last instanceof SourceFailure)) {
            last = last.getCause();
        }
        return last instanceof Undelivered || last instanceof SourceFailure
                ? String.valueOf(last.getMessage())
                : last.getClass().getSimpleName();
    }
}
