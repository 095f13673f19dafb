package dev.rollcall.source.successfactors;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The SAML 2 assertion by which an OAuth client of SuccessFactors gets a token for its technical user (RFC 7522).
 *
 * <p>It is signed here: SuccessFactors' own service for it wants the private key sent to SAP, and is deprecated (SAP
 * knowledge base article 3462403).
 *
 * @param clientId the API key of the OAuth client
 * @param user the technical user: its user id, or its login name
 * @param isLoginName which of the two {@code user} is
 */
public record SamlAssertion(URI tokenUrl, String clientId, String user, boolean isLoginName) {
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String SUCCESSFACTORS = "www.successfactors.com";
    /** The two clocks may differ by this. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The assertion, signed with RSA and SHA-256, in Base64 as the form wants it. */
    public String signed(PrivateKey key, Instant now) {
        try {
            Document document = document(now.truncatedTo(ChronoUnit.SECONDS));
            sign(document.getDocumentElement(), key);
            return Base64.getEncoder().encodeToString(text(document).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException
                | MarshalException
                | XMLSignatureException
                | ParserConfigurationException
                | TransformerException e) {
            throw new IllegalStateException("an assertion that cannot be signed: is the key one of RSA?", e);
        }
    }

    private Document document(Instant now) throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().newDocument();
        String until = now.plus(LIFETIME).toString();
        Element assertion = document.createElementNS(SAML, "saml2:Assertion");
        document.appendChild(assertion);
        // what is signed is the document as it will be written, declarations included
        assertion.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:saml2", SAML);
        assertion.setAttribute("ID", "_" + UUID.randomUUID());
        assertion.setIdAttribute("ID", true);
        assertion.setAttribute("IssueInstant", now.toString());
        assertion.setAttribute("Version", "2.0");
        child(assertion, "Issuer").setTextContent(SUCCESSFACTORS);

        Element subject = child(assertion, "Subject");
        Element name = child(subject, "NameID");
        name.setAttribute("Format", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");
        name.setTextContent(user);
        Element confirmation = child(subject, "SubjectConfirmation");
        confirmation.setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer");
        Element data = child(confirmation, "SubjectConfirmationData");
        data.setAttribute("NotOnOrAfter", until);
        data.setAttribute("Recipient", tokenUrl.toString());

        Element conditions = child(assertion, "Conditions");
        conditions.setAttribute("NotBefore", now.minus(SKEW).toString());
        conditions.setAttribute("NotOnOrAfter", until);
        child(child(conditions, "AudienceRestriction"), "Audience").setTextContent(SUCCESSFACTORS);

        Element statement = child(assertion, "AuthnStatement");
        statement.setAttribute("AuthnInstant", now.toString());
        child(child(statement, "AuthnContext"), "AuthnContextClassRef")
                .setTextContent("urn:oasis:names:tc:SAML:2.0:ac:classes:X509");

        Element attributes = child(assertion, "AttributeStatement");
        attribute(attributes, "api_key", clientId);
        attribute(attributes, "use_username", Boolean.toString(isLoginName));
        return document;
    }

    private static void attribute(Element statement, String name, String value) {
        Element attribute = child(statement, "Attribute");
        attribute.setAttribute("Name", name);
        child(attribute, "AttributeValue").setTextContent(value);
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(SAML, "saml2:" + name);
        parent.appendChild(child);
        return child;
    }

    private static void sign(Element assertion, PrivateKey key)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        Reference whole = factory.newReference(
                "#" + assertion.getAttribute("ID"),
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(
                        factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                        factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        SignedInfo signed = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                List.of(whole));
        // the schema wants the signature between issuer and subject
        DOMSignContext place = new DOMSignContext(
                key,
                assertion,
                assertion.getElementsByTagNameNS(SAML, "Subject").item(0));
        place.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(signed, null).sign(place);
    }

    private static String text(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
