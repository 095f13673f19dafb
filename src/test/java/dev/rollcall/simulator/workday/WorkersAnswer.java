package dev.rollcall.simulator.workday;

import dev.rollcall.simulator.SimulatedClock;
import dev.rollcall.simulator.workday.Company.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Get_Workers: checks a request as strictly as Workday, and answers it. */
public final class WorkersAnswer {
    private static final String WD = "urn:com.workday/bsvc";
    private static final Schema SCHEMA = schema();

    private final Company company;
    private final String user;
    private final String password;
    private final String prefix;

    WorkersAnswer(Company company, String user, String password, String prefix) {
        this.company = company;
        this.user = user;
        this.password = password;
        this.prefix = prefix;
    }

    /** An answer and its status. */
    record Answer(int status, String body) {}

    private static Schema schema() {
        try (InputStream file = WorkersAnswer.class.getResourceAsStream("/workday/get-workers-request.xsd")) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(Objects.requireNonNull(file)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with a request; null: nothing. */
    public static @Nullable String complaint(String envelope) {
        try {
            SCHEMA.newValidator().validate(new DOMSource(request(document(envelope))));
            return null;
        } catch (SAXException | IOException invalid) {
            return invalid.getMessage();
        }
    }

    private static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Element request(Document document) {
        return (Element)
                document.getElementsByTagNameNS(WD, "Get_Workers_Request").item(0);
    }

    Answer answer(String envelope) {
        Document document = document(envelope);
        if (!user.equals(text(document, "Username")) || !password.equals(text(document, "Password"))) {
            return fault("Client.authenticationError", "invalid username or password", "");
        }
        if (complaint(envelope) != null) {
            return fault(
                    "Client.validationError",
                    "Validation error occurred. Element Content is out of order",
                    "<wd:Validation_Fault><wd:Validation_Error><wd:Message>made up</wd:Message>"
                            + "<wd:Xpath>/wd:Get_Workers_Request/wd:Response_Filter</wd:Xpath>"
                            + "</wd:Validation_Error></wd:Validation_Fault>");
        }
        return page(document, request(document).getAttributeNS(WD, "version"));
    }

    static Answer fault(String code, String message, String detail) {
        return new Answer(
                500,
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><SOAP-ENV:Envelope"
                        + " xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body><SOAP-ENV:Fault"
                        + " xmlns:wd=\"urn:com.workday/bsvc\"><faultcode>SOAP-ENV:" + code
                        + "</faultcode><faultstring>" + message + "</faultstring>"
                        + (detail.isEmpty() ? "" : "<detail>" + detail + "</detail>")
                        + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>");
    }

    private Answer page(Document request, String version) {
        String entry = text(request, "As_Of_Entry_DateTime");
        int page = number(request, "Page", 1);
        int count = number(request, "Count", 100);
        if (page > 1 && entry == null) {
            return fault("Client.validationError", "As_Of_Entry_DateTime is required with a page", "");
        }
        Instant entered = entry == null ? SimulatedClock.CLOCK.instant() : instant(entry);
        String effective = text(request, "As_Of_Effective_Date");
        LocalDate asOf = effective == null ? SimulatedClock.today() : LocalDate.parse(effective);
        List<Profile> found = company.asEntered(entered).stream()
                .filter(profile -> isAskedFor(request, profile))
                .toList();
        int from = Math.min((page - 1) * count, found.size());
        int to = Math.min(from + count, found.size());
        int pages = (found.size() + count - 1) / count;
        String attribute = prefix.isEmpty() ? "wd:" : prefix;
        StringBuilder body = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>");
        body.append("<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Body>");
        body.append("<%sGet_Workers_Response xmlns:%s=\"%s\"%s %sversion=\"%s\">"
                .formatted(
                        prefix,
                        attribute.replace(":", ""),
                        WD,
                        prefix.isEmpty() ? " xmlns=\"" + WD + "\"" : "",
                        attribute,
                        version));
        body.append(
                "<%1$sResponse_Results><%1$sTotal_Results>%2$d</%1$sTotal_Results><%1$sTotal_Pages>%3$d</%1$sTotal_Pages>"
                        .formatted(prefix, found.size(), pages));
        body.append("<%1$sPage_Results>%2$d</%1$sPage_Results><%1$sPage>%3$d</%1$sPage></%1$sResponse_Results>"
                .formatted(prefix, to - from, page));
        if (to > from) {
            body.append("<%sResponse_Data>".formatted(prefix));
            found.subList(from, to)
                    .forEach(each -> body.append(WorkerXml.of(each.person(), each.contingent(), asOf, prefix)));
            body.append("</%sResponse_Data>".formatted(prefix));
        }
        body.append("</%sGet_Workers_Response></env:Body></env:Envelope>".formatted(prefix));
        return new Answer(200, body.toString());
    }

    private static boolean isAskedFor(Document request, Profile profile) {
        NodeList references = request.getElementsByTagNameNS(WD, "ID");
        if (references.getLength() > 0) {
            Set<String> wanted = new HashSet<>();
            for (int i = 0; i < references.getLength(); i++) {
                Element id = (Element) references.item(i);
                wanted.add(id.getAttributeNS(WD, "type") + " " + id.getTextContent());
            }
            String number = profile.person().number();
            return wanted.contains("WID " + profile.wid())
                    || wanted.contains((profile.contingent() ? "Contingent_Worker_ID " : "Employee_ID ") + number);
        }
        String updatedFrom = text(request, "Updated_From");
        String updatedThrough = text(request, "Updated_Through");
        String effectiveFrom = text(request, "Effective_From");
        String effectiveThrough = text(request, "Effective_Through");
        boolean updated = updatedFrom == null
                || updatedThrough == null
                || (!profile.enteredAt().isBefore(instant(updatedFrom))
                        && !profile.enteredAt().isAfter(instant(updatedThrough)));
        boolean effective = effectiveFrom == null
                || effectiveThrough == null
                || profile.hasEventWithin(day(effectiveFrom), day(effectiveThrough));
        return updated && effective;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.ofInstant(instant(text), ZoneOffset.UTC);
    }

    private static int number(Document document, String element, int otherwise) {
        String text = text(document, element);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static @Nullable String text(Document document, String element) {
        NodeList found = document.getElementsByTagNameNS("*", element);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}
