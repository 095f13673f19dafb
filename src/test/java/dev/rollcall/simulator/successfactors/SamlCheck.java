package dev.rollcall.simulator.successfactors;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What an authorization server looks at in an assertion, for real. */
public final class SamlCheck {
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

    private SamlCheck() {}

    /** What is wrong with it; empty when nothing is. */
    public static Optional<String> refusal(
            String assertion, PublicKey key, String recipient, String clientId, String user, Instant now) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Base64.getDecoder().decode(assertion)));
            Element root = document.getDocumentElement();
            root.setIdAttribute("ID", true);
            if (!signed(root, key)) {
                return Optional.of("the signature");
            }
            Element conditions = element(root, "Conditions");
            Element confirmation = element(root, "SubjectConfirmationData");
            if (now.isBefore(Instant.parse(conditions.getAttribute("NotBefore")))
                    || !now.isBefore(Instant.parse(conditions.getAttribute("NotOnOrAfter")))
                    || !now.isBefore(Instant.parse(confirmation.getAttribute("NotOnOrAfter")))) {
                return Optional.of("the time");
            }
            if (!element(root, "Audience").getTextContent().equals("www.successfactors.com")) {
                return Optional.of("the audience");
            }
            if (!confirmation.getAttribute("Recipient").equals(recipient)) {
                return Optional.of("the recipient");
            }
            if (!element(root, "NameID").getTextContent().equals(user)) {
                return Optional.of("the user");
            }
            return attribute(root, "api_key").equals(clientId) ? Optional.empty() : Optional.of("the api_key");
        } catch (Exception unreadable) {
            return Optional.of("the assertion: " + unreadable.getClass().getSimpleName());
        }
    }

    private static boolean signed(Element root, PublicKey key) throws Exception {
        Element signature = (Element)
                root.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        if (signature == null || !"Issuer".equals(signature.getPreviousSibling().getLocalName())) {
            return false;
        }
        XMLSignature read =
                XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(new DOMValidateContext(key, signature));
        boolean rsaSha256 =
                read.getSignedInfo().getSignatureMethod().getAlgorithm().endsWith("#rsa-sha256");
        DOMValidateContext context = new DOMValidateContext(key, signature);
        return rsaSha256
                && XMLSignatureFactory.getInstance("DOM")
                        .unmarshalXMLSignature(context)
                        .validate(context);
    }

    private static Element element(Element root, String name) {
        return (Element) root.getElementsByTagNameNS(SAML, name).item(0);
    }

    private static String attribute(Element root, String name) {
        var attributes = root.getElementsByTagNameNS(SAML, "Attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            if (((Element) attributes.item(i)).getAttribute("Name").equals(name)) {
                return attributes.item(i).getTextContent();
            }
        }
        return "";
    }
}
