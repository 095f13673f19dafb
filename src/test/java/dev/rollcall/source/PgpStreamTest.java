package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgpStreamTest {
    private static final String TEXT = "id,name\n" + "1,Ann\n2,Zoë\n".repeat(2000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static PgpKeys keys;

    private int records;
    private @Nullable Path asked;

    @BeforeAll
    static void make() {
        keys = PgpKeys.in(folder, "key");
    }

    @Test
    void aMessageIsReadLikeThePlainFile() {
        SnapshotEnd end = read(keys.encrypt(TEXT));

        assertThat(end.snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(records).isEqualTo(4000);
    }

    @Test
    void aTrailerInTheContentStillHasToAgree() {
        CsvOptions trailer = CsvOptions.of("auto", "UTF-8", true);

        assertThat(read(keys.encrypt("id,name\n1,Ann\n#rows=1\n"), keys.privateKey(), PgpKeys.PASSPHRASE, trailer)
                        .snapshot())
                .isInstanceOf(Snapshot.Full.class);
        assertThat(problem(read(
                        keys.encrypt("id,name\n1,Ann\n#rows=2\n"), keys.privateKey(), PgpKeys.PASSPHRASE, trailer)))
                .contains("CSV-009");
    }

    @ParameterizedTest(name = "cut after {0} of 20 parts")
    @ValueSource(ints = {1, 2, 5, 10, 15, 19})
    void aCutMessageIsBrokenWhereverItIsCut(int parts) {
        byte[] whole = keys.encrypt(TEXT);

        assertThat(problem(read(Arrays.copyOf(whole, whole.length * parts / 20))))
                .contains("CSV-015");
    }

    @Test
    void aMessageWithoutItsLastByteIsBroken() {
        byte[] whole = keys.encrypt(TEXT);

        assertThat(problem(read(Arrays.copyOf(whole, whole.length - 1)))).contains("CSV-015");
    }

    @ParameterizedTest(name = "changed after {0} of 20 parts")
    @ValueSource(ints = {3, 7, 11, 15, 19})
    void aChangedMessageIsBrokenWhereverItIsChanged(int parts) {
        byte[] changed = keys.encrypt(TEXT);
        changed[changed.length * parts / 20] ^= 1;

        // what was changed may be no text any more before the end tells that it was changed
        assertThat(problem(read(changed))).containsAnyOf("CSV-015", "CSV-001", "CSV-008", "CSV-007", "CSV-005");
    }

    @Test
    void aMessageThatNobodyProtectedIsRefused() {
        assertThat(problem(read(keys.encrypt(TEXT, false)))).contains("CSV-015", "integrity");
        assertThat(records).isZero();
    }

    @Test
    void aMessageForAnotherKeyAndAPlainFileSaySo() {
        assertThat(problem(read(PgpKeys.in(folder, "other").encrypt(TEXT)))).contains("another key");
        assertThat(problem(read(TEXT.getBytes(StandardCharsets.UTF_8)))).contains("CSV-015");
    }

    @Test
    void aWrongPassphraseOrKeyFileSaysWhatToCorrect() throws Exception {
        byte[] message = keys.encrypt(TEXT);
        Path noKey = Files.writeString(folder.resolve("no-key"), "nothing");

        assertThat(problem(read(message, keys.privateKey(), "wrong", CsvOptions.DEFAULT)))
                .contains("`pgpPassphrase`")
                .doesNotContain("wrong");
        assertThat(problem(read(message, noKey, "", CsvOptions.DEFAULT))).contains("`pgpKeyFile`");
    }

    @Test
    void aFileIsTakenWhenOneOfTheSendersKeysSignedIt() {
        PgpKeys sender = PgpKeys.in(folder, "sender");
        PgpKeys stranger = PgpKeys.in(folder, "stranger");
        asked = sender.publicKeys();

        for (byte[] signed : List.of(
                keys.encryptSigned(TEXT, sender),
                keys.encryptSigned(TEXT, stranger, sender),
                keys.encryptSigned(TEXT, sender, stranger))) {
            records = 0;
            assertThat(read(signed).snapshot()).isInstanceOf(Snapshot.Full.class);
            assertThat(records).isEqualTo(4000);
        }
    }

    @Test
    void aFileThatNobodyOrAStrangerSignedIsRefusedBeforeItsFirstRecord() {
        asked = PgpKeys.in(folder, "sender").publicKeys();

        assertThat(problem(read(keys.encrypt(TEXT)))).contains("CSV-015", "not signed");
        assertThat(problem(read(keys.encryptSigned(TEXT, PgpKeys.in(folder, "stranger")))))
                .contains("CSV-015", "none of the keys in `pgpSenderKeyFile`");
        asked = keys.privateKey();
        assertThat(problem(read(keys.encryptSigned(TEXT, keys)))).contains("`pgpSenderKeyFile` holds no public key");
        assertThat(records).isZero();
    }

    @Test
    void aSignatureOverOtherContentBreaksTheFileAtItsEnd() {
        PgpKeys sender = PgpKeys.in(folder, "sender");
        asked = sender.publicKeys();

        assertThat(problem(read(keys.encrypt(TEXT, TEXT.replace("Zoë", "Eve"), true, sender))))
                .contains("CSV-015", "not by the sender over this content");
    }

    @Test
    void aSignatureOfARevokedOrExpiredKeyOrOverAnOldDigestIsRefused() {
        PgpKeys sender = PgpKeys.in(folder, "sender");
        PgpKeys expired = PgpKeys.expired(folder);
        asked = expired.publicKeys();
        assertThat(problem(read(keys.encryptSigned(TEXT, expired)))).contains("CSV-015", "no longer valid");

        asked = sender.publicKeys();
        byte[] forgeable = keys.encrypt(TEXT, TEXT, true, HashAlgorithmTags.SHA1, sender);
        assertThat(problem(read(forgeable))).contains("CSV-015", "MD5 or SHA-1");

        sender.revoke();
        assertThat(problem(read(keys.encryptSigned(TEXT, sender)))).contains("CSV-015", "revoked");
    }

    @ParameterizedTest(name = "changed after {0} of 20 parts")
    @ValueSource(ints = {3, 11, 19})
    void aSignedMessageThatWasChangedIsBroken(int parts) {
        PgpKeys sender = PgpKeys.in(folder, "sender");
        asked = sender.publicKeys();
        byte[] changed = keys.encryptSigned(TEXT, sender);
        changed[changed.length * parts / 20] ^= 1;

        assertThat(problem(read(changed))).containsAnyOf("CSV-015", "CSV-001", "CSV-008", "CSV-007", "CSV-005");
    }

    private SnapshotEnd read(byte[] message) {
        return read(message, keys.privateKey(), PgpKeys.PASSPHRASE, CsvOptions.DEFAULT);
    }

    private SnapshotEnd read(byte[] message, Path key, String passphrase, CsvOptions options) {
        return CsvFile.read(
                new RunId("run-1"),
                "people.csv.pgp",
                new PgpStream(new ByteArrayInputStream(message), key, () -> passphrase, asked),
                options,
                new Snapshot.Full(new Proof.ByHand()),
                page -> records += page.records().size());
    }

    private static String problem(SnapshotEnd end) {
        assertThat(end.snapshot()).isInstanceOf(Snapshot.Broken.class);
        return ((Snapshot.Broken) end.snapshot()).problem().toString();
    }
}
