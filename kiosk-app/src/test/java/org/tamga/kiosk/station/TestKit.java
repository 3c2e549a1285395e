package org.tamga.kiosk.station;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticFinger;
import org.tamga.devices.simulator.people.SyntheticPerson;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.ElementModP;
import org.tamga.election.ballot.ElementModQ;
import org.tamga.election.ballot.GuardianPublicKey;
import org.tamga.election.ballot.SchnorrProof;
import org.tamga.election.definition.BallotStyle;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.CandidateKind;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.ElectionPackages;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.LadderPolicy;
import org.tamga.election.definition.LineScope;
import org.tamga.election.definition.LineSource;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.Policies;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Relation;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Term;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.text.LocalizedText;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.station.TerminalConfig;
import org.tamga.station.vault.OfficialCode;

/**
 * A kit as the centre provisions it, for a demonstration election with synthetic voters: made once,
 * set up as often as tests need a fresh terminal.
 */
public final class TestKit {

    public static final String ELECTION = "demo-2026";
    public static final String STATION = "0101";
    public static final String TERMINAL = "0101-A";
    public static final List<String> OFFICIALS = List.of("of-1", "of-2", "of-3");
    public static final List<String> CODES = List.of("48392011", "50718264", "93046172");
    private static final long SEED = 7;
    private static final String PASSWORD = "kit-password";
    private static final String AUTHORITY = "Test authority";
    private static final String SALT = "5a".repeat(32);

    private final Path folder;
    private final int voters;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Ed25519Signer central = Ed25519Signer.generate();
    private final KeyPair authority = pair("EC");
    private final KeyPair signing = pair("Ed25519");
    private final KeyPair register = pair("X25519");
    private long serial;

    private TestKit(Path folder, int voters) {
        this.folder = folder;
        this.voters = voters;
    }

    /** Voters are {@link #person} 0 … {@code voters - 1}; the next one votes at station 0102. */
    public static TestKit create(Path folder, int voters) {
        TestKit kit = new TestKit(folder, voters);
        try {
            kit.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return kit;
    }

    public static SyntheticPerson person(int index) {
        return SyntheticPerson.of(SEED, index);
    }

    /** How the person's right index finger comes out the n-th time; 0 is the enrolment. */
    public static FingerImage finger(int person, int n) {
        return SyntheticFinger.of(person(person).rightIndexSeed()).impression(n);
    }

    /** Something on the glass that has no ridges, as a very wet finger leaves. */
    public static FingerImage smudge() {
        Random random = new Random(SEED);
        byte[] pixels = new byte[300 * 400];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (150 + random.nextInt(100));
        }
        return new FingerImage(300, 400, 500, pixels);
    }

    public static List<OfficialCode> codes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OfficialCode(OFFICIALS.get(i), CODES.get(i).toCharArray()))
                .toList();
    }

    /** A fresh terminal, set up and locked. The setup itself is done once and its result copied. */
    public LockedTerminal setUp(Path home, InstantSource clock) {
        Path made = folder.resolveSibling(folder.getFileName() + "-home");
        if (!Files.exists(made)) {
            Setup setup = new StationSetup(folder, made, clock).run(codes(OFFICIALS.size()));
            if (!(setup instanceof Setup.Done)) {
                throw new IllegalStateException(setup.toString());
            }
        }
        copy(made, home);
        return ((LockedTerminal.Prepared)
                        LockedTerminal.prepare(home, TerminalKind.OPERATOR, clock))
                .terminal();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException, GeneralSecurityException {
        Files.createDirectories(folder.resolve("package"));
        Files.createDirectories(folder.resolve("register"));
        Files.createDirectories(folder.resolve("officials"));
        Files.writeString(folder.resolve("identity.secret"), PASSWORD + "\n");
        writeIdentity();
        centralUrl("https://127.0.0.1:1");
        byte[] json = ElectionPackages.write(electionPackage());
        Files.write(folder.resolve("package/election-package.json"), json);
        Files.write(
                folder.resolve("package/election-package.json.sig"),
                CanonicalJson.write(central.sign(SignedKind.ELECTION_PACKAGE, json)));
        Files.write(
                folder.resolve("register/register-0101-1.tamga"),
                whole(1, IntStream.range(0, voters).toArray(), voters));
    }

    /**
     * The whole register in a version.
     *
     * @param people who are on it
     * @param elsewhere who votes at station 0102
     */
    public byte[] whole(int version, int[] people, int... elsewhere) {
        return sealed(RegisterKind.SNAPSHOT, 0, version, people, List.of(), elsewhere);
    }

    /**
     * What leads from the version before to this one.
     *
     * @param struckOff who leaves the list
     */
    public byte[] delta(int version, int[] newcomers, int struckOff, int... elsewhere) {
        return sealed(
                RegisterKind.DELTA,
                version - 1,
                version,
                newcomers,
                List.of(voterId(struckOff)),
                elsewhere);
    }

    private byte[] sealed(
            RegisterKind kind,
            int from,
            int version,
            int[] people,
            List<VoterId> removed,
            int... elsewhere) {
        List<VoterRecord> records =
                IntStream.of(people).parallel().mapToObj(TestKit::record).toList();
        List<DirectoryEntry> directory =
                IntStream.of(elsewhere)
                        .mapToObj(
                                index ->
                                        new DirectoryEntry(
                                                DirectoryEntry.hashOf(SALT, number(person(index))),
                                                "0102"))
                        .toList();
        try (RegisterContent content =
                new RegisterContent(
                        ELECTION, STATION, kind, from, version, now, SALT, records, removed,
                        directory)) {
            return RegisterFiles.seal(content, rawX25519(), central);
        }
    }

    private static VoterId voterId(int index) {
        return new VoterId("%032x".formatted(index + 1));
    }

    /** Where the terminals that are set up from now on look for the centre. */
    public void centralUrl(String url) throws IOException {
        Files.write(
                folder.resolve(TerminalConfig.FILE),
                CanonicalJson.write(
                        new TerminalConfig(
                                ELECTION,
                                STATION,
                                TERMINAL,
                                TerminalKind.OPERATOR,
                                url,
                                Hex.of(central.publicKey()),
                                null)));
    }

    /** TLS of a centre on 127.0.0.1 that asks for certificates of the kit's authority. */
    public SSLContext centre() throws IOException, GeneralSecurityException {
        KeyPair pair = pair("EC");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        X509Certificate[] chain = {certificate("127.0.0.1", pair)};
        own.setKeyEntry("server", pair.getPrivate(), new char[0], chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, new char[0]);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", certificate(AUTHORITY, authority));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static VoterRecord record(int index) {
        SyntheticPerson person = person(index);
        return new VoterRecord(
                voterId(index),
                number(person),
                new PersonName(person.family(), person.given(), person.patronymic()),
                person.birthDate(),
                "bs-1",
                index == 3 ? VoterStatus.SUSPENDED : VoterStatus.ELIGIBLE,
                index + 1,
                List.of(new EnrolledFinger(2, template(finger(index, 0)))),
                WipingBytes.owning(jpeg(person)));
    }

    public static PersonalNumber number(SyntheticPerson person) {
        return ((PersonalNumber.Valid) PersonalNumber.parse(person.personalNumber())).number();
    }

    private static WipingBytes template(FingerImage finger) {
        try (GrayImage image =
                        new GrayImage(
                                finger.width(),
                                finger.height(),
                                finger.dpi(),
                                finger.copyOfPixels());
                var bytes = FingerTemplate.extract(image).toBytes()) {
            return WipingBytes.owning(bytes.toByteArray());
        }
    }

    private static byte[] jpeg(SyntheticPerson person) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(SyntheticFace.of(person.faceSeed()).capture(0), "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ElectionPackage electionPackage() {
        return new ElectionPackage(
                1,
                ELECTION,
                1,
                ElectionKind.DEMO,
                new LocalizedText(
                        "Президенттик шайлоо — көрсөтмө",
                        "Президент сайлауы — көрсету",
                        "Выборы Президента — демонстрация",
                        "Presidential election — demonstration"),
                LocalDate.ofInstant(now, ZoneId.of("Asia/Bishkek")),
                now.minus(2, ChronoUnit.DAYS),
                now.plus(2, ChronoUnit.DAYS),
                "Asia/Bishkek",
                List.of(
                        new Contest(
                                "president",
                                LocalizedText.same("President"),
                                1,
                                List.of(candidate("p-1"), candidate("p-2")))),
                List.of(
                        new BallotStyle(
                                "bs-1",
                                new LocalizedText(
                                        "Президент жана кеңеш",
                                        "Президент және кеңес",
                                        "Президент и совет",
                                        "President and council"),
                                List.of("president"))),
                List.of(station()),
                form(),
                new Policies(
                        100,
                        1000,
                        40,
                        3,
                        new LadderPolicy(90, 2, 0, 1000),
                        false,
                        OFFICIALS.size(),
                        2,
                        8,
                        20,
                        120,
                        LocalTime.of(8, 0),
                        LocalTime.of(20, 0),
                        3),
                ballotKeys(),
                "cc".repeat(32));
    }

    private Station station() {
        List<Official> officials = new ArrayList<>();
        List<String> names = List.of("Асанова Гүлнара", "Ибраимов Чыңгыз", "Ким Светлана");
        List<OfficialRole> roles =
                List.of(OfficialRole.CHAIR, OfficialRole.SECRETARY, OfficialRole.MEMBER);
        for (int i = 0; i < OFFICIALS.size(); i++) {
            officials.add(
                    new Official(
                            OFFICIALS.get(i),
                            LocalizedText.same(names.get(i)),
                            roles.get(i),
                            encoded(certificate(OFFICIALS.get(i), pair("EC")))));
        }
        return new Station(
                STATION,
                new LocalizedText(
                        "№ 0101 участок, Бишкек, 5-мектеп",
                        "№ 0101 учаске, Бішкек, 5-мектеп",
                        "Участок № 0101, Бишкек, школа № 5",
                        "Station no. 0101, Bishkek, School 5"),
                LocalizedText.same("Чүй пр. 1"),
                "Bishkek",
                List.of("bs-1"),
                officials,
                List.of(
                        new Terminal(
                                TERMINAL,
                                TerminalKind.OPERATOR,
                                Hex.of(raw(signing)),
                                Hex.of(rawX25519())),
                        new Terminal("0101-B", TerminalKind.BOOTH, "dd".repeat(32), null)));
    }

    private static ProtocolForm form() {
        return new ProtocolForm(
                List.of(
                        new FormLine(
                                "L01",
                                LineScope.STATION,
                                LineSource.COUNTER,
                                "registered",
                                LocalizedText.same("registered")),
                        new FormLine(
                                "L17",
                                LineScope.CONTEST,
                                LineSource.TYPED,
                                null,
                                LocalizedText.same("valid")),
                        new FormLine(
                                "L20",
                                LineScope.CANDIDATE,
                                LineSource.TYPED,
                                null,
                                LocalizedText.same("votes"))),
                List.of(
                        new ControlRatio(
                                "K03",
                                List.of(),
                                Severity.ERROR,
                                List.of(new Term(1, "L17")),
                                Relation.EQ,
                                List.of(new Term(1, "L20")),
                                LocalizedText.same("recount"))));
    }

    private static Candidate candidate(String id) {
        return new Candidate(
                id, CandidateKind.PERSON, LocalizedText.same(id), LocalizedText.same(""));
    }

    private static BallotKeys ballotKeys() {
        ElementModP element = new ElementModP(BigInteger.TWO);
        SchnorrProof proof =
                new SchnorrProof(
                        new ElementModQ(BigInteger.ONE), List.of(new ElementModQ(BigInteger.ONE)));
        return new BallotKeys(
                1,
                1,
                List.of(new GuardianPublicKey(1, List.of(element), element, proof)),
                element,
                "00".repeat(32),
                "00".repeat(32),
                "00".repeat(32),
                "00".repeat(32));
    }

    private void writeIdentity() throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Map<String, KeyPair> keys =
                Map.of("tls", pair("EC"), "signing", signing, "register", register);
        for (Map.Entry<String, KeyPair> key : keys.entrySet()) {
            X509Certificate[] chain = {certificate(key.getKey(), key.getValue())};
            store.setKeyEntry(key.getKey(), key.getValue().getPrivate(), password, chain);
        }
        store.setCertificateEntry("central-ca", certificate(AUTHORITY, authority));
        try (OutputStream out = Files.newOutputStream(folder.resolve("identity.p12"))) {
            store.store(out, password);
        }
    }

    private X509Certificate certificate(String name, KeyPair pair) {
        try {
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            new X500Name("CN=" + AUTHORITY),
                            BigInteger.valueOf(++serial),
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                            new X500Name("CN=" + name),
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(name.equals(AUTHORITY)));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(authority.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the raw key (RFC 8410). */
    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private byte[] rawX25519() {
        if (!(register.getPublic() instanceof XECPublicKey)) {
            throw new IllegalStateException("not X25519");
        }
        return raw(register);
    }
}
