package dev.rollcall.source.workday;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes requests of the operation Get_Workers, in the order its schema demands. */
final class GetWorkers {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final String WD = "urn:com.workday/bsvc";

    /** If any is asked for, only those asked for come; pay, photos and roles are left out on purpose. */
    private static final List<String> WANTED = List.of(
            "Include_Reference",
            "Include_Personal_Information",
            "Include_Additional_Jobs",
            "Include_Employment_Information",
            "Include_Organizations",
            "Exclude_Organization_Support_Role_Data",
            "Exclude_Location_Hierarchies",
            "Exclude_Cost_Center_Hierarchies",
            "Exclude_Company_Hierarchies",
            "Exclude_Matrix_Organizations",
            "Exclude_Pay_Groups",
            "Exclude_Regions",
            "Exclude_Region_Hierarchies",
            "Include_Management_Chain_Data",
            "Exclude_Funds",
            "Exclude_Fund_Hierarchies",
            "Exclude_Grants",
            "Exclude_Grant_Hierarchies",
            "Exclude_Business_Unit_Hierarchies",
            "Exclude_Programs",
            "Exclude_Program_Hierarchies",
            "Exclude_Gifts",
            "Exclude_Gift_Hierarchies");

    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private final WorkdaySettings settings;
    private final Instant entered;

    /**
     * Requests of one fetch.
     *
     * @param entered what was entered until then counts; the same for all pages, or they would not fit together
     */
    GetWorkers(WorkdaySettings settings, Instant entered) {
        this.settings = settings;
        this.entered = entered;
    }

    String envelope(Ask ask, int page) {
        StringWriter out = new StringWriter(2048);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("env", "Envelope", SOAP);
            xml.writeNamespace("env", SOAP);
            xml.writeNamespace("wd", WD);
            xml.writeStartElement("env", "Header", SOAP);
            security(xml);
            xml.writeEndElement();
            xml.writeStartElement("env", "Body", SOAP);
            xml.writeStartElement("wd", "Get_Workers_Request", WD);
            xml.writeAttribute("wd", WD, "version", settings.version());
            references(xml, ask.these());
            criteria(xml, ask);
            filter(xml, ask, page);
            xml.writeStartElement("wd", "Response_Group", WD);
            for (String each : WANTED) {
                element(xml, each, "true");
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private void security(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("wsse", "Security", WSSE);
        xml.writeNamespace("wsse", WSSE);
        xml.writeAttribute("env", SOAP, "mustUnderstand", "1");
        xml.writeStartElement("wsse", "UsernameToken", WSSE);
        xml.writeStartElement("wsse", "Username", WSSE);
        xml.writeCharacters(settings.user());
        xml.writeEndElement();
        xml.writeStartElement("wsse", "Password", WSSE);
        xml.writeAttribute("Type", PASSWORD_TEXT);
        xml.writeCharacters(settings.password().value());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void references(XMLStreamWriter xml, List<Ask.Reference> these) throws XMLStreamException {
        if (these.isEmpty()) {
            return;
        }
        xml.writeStartElement("wd", "Request_References", WD);
        xml.writeAttribute("wd", WD, "Skip_Non_Existing_Instances", "true");
        for (Ask.Reference each : these) {
            xml.writeStartElement("wd", "Worker_Reference", WD);
            xml.writeStartElement("wd", "ID", WD);
            xml.writeAttribute("wd", WD, "type", each.type());
            xml.writeCharacters(each.id());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void criteria(XMLStreamWriter xml, Ask ask) throws XMLStreamException {
        if (ask.updated() == null && ask.effective() == null) {
            return;
        }
        xml.writeStartElement("wd", "Request_Criteria", WD);
        xml.writeStartElement("wd", "Transaction_Log_Criteria_Data", WD);
        xml.writeStartElement("wd", "Transaction_Date_Range_Data", WD);
        range(xml, "Updated", ask.updated());
        range(xml, "Effective", ask.effective());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void range(XMLStreamWriter xml, String name, Ask.@Nullable Range range) throws XMLStreamException {
        if (range != null) {
            element(xml, name + "_From", text(range.from()));
            element(xml, name + "_Through", text(range.through()));
        }
    }

    private void filter(XMLStreamWriter xml, Ask ask, int page) throws XMLStreamException {
        xml.writeStartElement("wd", "Response_Filter", WD);
        element(xml, "As_Of_Effective_Date", ask.asOf().toString());
        element(xml, "As_Of_Entry_DateTime", text(entered));
        element(xml, "Page", Integer.toString(page));
        element(xml, "Count", Integer.toString(settings.pageSize()));
        xml.writeEndElement();
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("wd", name, WD);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
