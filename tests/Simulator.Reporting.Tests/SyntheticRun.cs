using System.Globalization;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>
/// Observations of a plausible ten-minute run: 40 users in two groups, 8 nodes, 2 facilitators, 1,200 requests paid in
/// sessions, blocks every two seconds; some requests refused, rejected, timed out or still open, one settlement
/// refused.
/// </summary>
internal static class SyntheticRun
{
    public const int Requests = 1_200;
    private const int Users = 40;
    private const int RequestsPerSession = 5;
    private static readonly DrawPurpose Purpose = new("synthetic");
    private static readonly OpgAmount Endowment = OpgAmount.FromWholeOpg(100);
    private static readonly OpgAmount Maximum = new(OpgAmount.OneOpg.BaseUnits / 10);

    public static readonly SimDuration Duration = SimDuration.FromMinutes(10);
    public static readonly SimDuration Drain = SimDuration.FromMinutes(7);

    public static RunDescription Description() => new()
    {
        Scenario = "first-light",
        Question = "Does one paid request travel from a wallet to a settled block?",
        ScenarioHash = new string('a', 64),
        Seed = 7,
        Duration = Duration,
        ResolvedYaml = "question: Does one paid request travel from a wallet to a settled block?\nseed: 7\n",
        Command = "./opgsim run scenarios/quickstart/first-light.yaml --seed 7",
        Fidelity =
        [
            new("Payment signatures", "real", "secp256k1 over EIP-712 digests, made and recovered"),
            new("Answer signatures", "real", "RSA-PSS over keccak-256, 2048 bits"),
            new("Inference", "real", "ONNX Runtime on the CPU"),
            new("Network", "modelled", "latency distributions per pair of regions"),
        ],
        Libraries = new SortedDictionary<string,
            string>
        { ["Microsoft.ML.OnnxRuntime"] = "1.29", ["opgsim"] = "0.1.0" },
    };

    public static RunResult Result(params VerdictRequest[] verdicts) => new()
    {
        Digest = new string('d', 64),
        Facts = new string('f', 64),
        End = SimTime.Start + Duration + Drain,
        Completion = RunCompletion.Finished,
        Events = 123_456,
        Checkers = [new("supply.conserved", 301, [], 0), new("balances.nonnegative", 301, [], 0)],
        Verdicts = verdicts,
    };

    public static VerdictRequest[] Verdicts() =>
    [
        new CheckerVerdictRequest("supply.conserved", "supply.conserved"),
        new MetricVerdictRequest(
            "p99(latency.end_to_end) < 4 s", new("latency.end_to_end", Aggregate.Percentile(99)), Comparison.Below, 4),
        new MetricVerdictRequest(
            "share(requests.accepted) >= 19/20", new("requests.accepted", Aggregate.Share), Comparison.AtLeast, 0.95),
        new MetricVerdictRequest("mean(price) < 0.001 OPG", new("price", Aggregate.Mean), Comparison.Below, 0.001),
    ];

    /// <summary>In the order of time, as a run delivers them.</summary>
    public static IReadOnlyList<ObservedFact> Facts()
    {
        List<ObservedFact> facts = [];
        Declare(facts);
        List<(SimTime At, int Session, OpgAmount Amount)> settlements = [];
        for (int session = 0; session < Requests / RequestsPerSession; session++)
        {
            settlements.Add(RunSession(facts, session));
        }

        AddBlocks(facts, settlements);
        Hash32 code = HashOf("code");
        facts.Add(At(60, "admin", new MeasurementOrdered("gateway-0", code, Approved: false)));
        facts.Add(At(61, "chain", new RegistryChanged(
            61, 61, RegistryChange.MeasurementRevoked, Hash32.Zero, code, 0, HashOf("revocation"))));
        return [.. facts.OrderBy(fact => fact.At)];
    }

    public static void Feed(IObserver observer)
    {
        foreach (ObservedFact fact in Facts())
        {
            observer.Observe(fact);
        }

        observer.Complete();
    }

    private static Address AddressOf(string name) =>
        new(Keccak256.Hash(System.Text.Encoding.UTF8.GetBytes(name)).ToArray().AsSpan(12));

    private static Hash32 HashOf(string name) => Keccak256.Hash(System.Text.Encoding.UTF8.GetBytes(name));

    private static string User(int index) => Name(index % 2 == 0 ? "traders" : "researchers", index / 2);

    private static string Name(string group, int index) => group + "/" + index.ToString(CultureInfo.InvariantCulture);

    private static void Declare(List<ObservedFact> facts)
    {
        for (int i = 0; i < Users; i++)
        {
            facts.Add(At(0, "world",
                new PartyDeclared(AddressOf(User(i)), User(i), User(i).Split('/')[0], PartyRole.User)));
        }

        for (int i = 0; i < 8; i++)
        {
            string node = Name("gateways", i);
            facts.Add(At(0, "world", new PartyDeclared(AddressOf(node), node, "gateways", PartyRole.Node)));
            facts.Add(At(0, "world", new NodeDeclared(HashOf(node), node, "gateways", [1, 2, 3, (byte)i])));
        }

        FetchModel(facts);
        AskOnChain(facts);
        for (int i = 0; i < Users; i++)
        {
            facts.Add(At(0, "chain", new TokenTransferred("payment", 0, Hash32.Zero, Address.Zero, AddressOf(User(i)),
                Endowment, "genesis")));
        }
    }

    // One replica has lost the model, the other serves it.
    private static void FetchModel(List<ObservedFact> facts)
    {
        byte[] model = [1, 2, 3];
        BlobId id = BlobId.Of(model);
        SimDuration elapsed = SimDuration.FromMilliseconds(100);
        facts.Add(At(0, "good/1", new StorageDeclared("good/1", "good")));
        facts.Add(At(0, "good/1", new BlobStored(id, model.Length, "good/1")));
        facts.Add(At(0, "gateways/0", new BlobFetched(id, "good/2", "gateways/0", BlobFetchOutcome.NotFound, null, elapsed)));
        facts.Add(At(0, "gateways/0", new BlobFetched(id, "good/1", "gateways/0", BlobFetchOutcome.Accepted, model, elapsed * 2)));
    }

    // The hashes of one answer, alone in a batch.
    private static void SettleEvidence(List<ObservedFact> facts, RequestId request, double at)
    {
        const string Worker = "settlers/0/batch";
        Hash32 transaction = HashOf("batch");
        EvidenceRow row = new(
            "job", request, new SettlementRow(HashOf("tee"), HashOf("in"), HashOf("out"), [1], (UInt256)1_900_000_000UL));
        string blob = BlobId.Of([4, 5]).ToString();
        facts.Add(At(at + 1, Worker, new EvidenceQueued("job", request, Worker, SettlementType.Batch, 1)));
        facts.Add(At(at + 2, "explorer", new TransactionExecuted("inference", 3, transaction, Address.Zero, "relay", 30_000, null)));
        facts.Add(At(
            at + 2, "explorer", new BlockProduced("inference", 3, 1_900_000_002, Hash32.Zero, Hash32.Zero, 1, OpgAmount.Zero)));
        facts.Add(At(at + 3, Worker, new BatchEvidenceSettled(
            Worker, HashOf("root"), [row], blob, Address.Zero, transaction, 3, 0)));
    }

    // One question by transaction, answered in the block after next.
    private static void AskOnChain(List<ObservedFact> facts)
    {
        Hash32 asked = Keccak256.Hash([7]);
        facts.Add(At(0, "validators/1", new InferencePending("inference", asked, asked, 0)));
        facts.Add(At(0, "validators/1", new InferenceDispatched(asked, Hash32.Zero, 0)));
        CommitCertificate certificate = new(1, 0, asked, []);
        facts.Add(At(0, "validators/1", new BlockProposed("inference", 1, 0, asked)));
        facts.Add(At(0, "validators/2", new BlockCommitted("inference", certificate, 3, 0, 0, Hash32.Zero, [], false)));
        facts.Add(At(0, "explorer", new BlockProduced("inference", 1, 0, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero)));
        facts.Add(At(0, "explorer", new BlockProduced("inference", 2, 1, Hash32.Zero, Hash32.Zero, 1, OpgAmount.Zero)));
        facts.Add(At(0, "explorer", new InferenceIncluded("inference", 2, asked, 0, asked, Hash32.Zero, [], "", 0, [])));
    }

    private static ObservedFact At(double seconds, string actor, Observation what) =>
        new(new SimTime((long)(seconds * 1e9)), actor, what);

    private static (SimTime At, int Session, OpgAmount Amount) RunSession(List<ObservedFact> facts, int session)
    {
        string user = User(session % Users);
        KeyedRandom random = new(7, 0, Name("session", session));
        double at = 1 + (session * 2.4);
        OpgAmount sum = OpgAmount.Zero;
        for (int i = 0; i < RequestsPerSession; i++)
        {
            RequestId request = new(user, (session / Users * RequestsPerSession) + i + 1);
            (at, OpgAmount price) = RunRequest(facts, random, request, session, i, at);
            sum += price;
        }

        facts.Add(At(at + 3, Name("gateways", session % 8),
            new SettlementRequested(Id(session), Name("facilitators", session % 2), sum)));
        return (new SimTime((long)((at + 4) * 1e9)), session, sum);
    }

    private static string Id(int session) => Name("session", session);

    private static (double At, OpgAmount Price) RunRequest(
        List<ObservedFact> facts, KeyedRandom random, RequestId request, int session, int index, double at)
    {
        double Span(double median, int what) =>
            median * Math.Exp(0.5 * random.Draw(Purpose, (ulong)index, (ulong)what).Normal());
        string node = Name("gateways", session % 8);
        facts.Add(At(at, request.User, new RequestIssued(request, request.User.Split('/')[0], node, "volatility@1.2")));
        if (index == 0)
        {
            at += Span(0.08, 0);
            facts.Add(At(at, request.User, new PaymentChallenged(request, Maximum)));
            at += 0.002;
            facts.Add(At(at, request.User, new PaymentAuthorised(request, AddressOf(request.User), (ulong)session,
                Maximum, AddressOf(node), 2_000_000_000)));
            at += Span(0.15, 1);
            string? refusal = session % 37 == 5 ? "insufficient_permit2_allowance" : null;
            facts.Add(At(at, node, new PaymentVerified(request, Name("facilitators", session % 2), refusal)));
            facts.Add(At(at, node,
                new SessionOpened(Id(session), node, request, AddressOf(request.User), (ulong)session, Maximum)));
        }

        if (session % 37 == 5)
        {
            facts.Add(At(at + 0.05, request.User,
                new RequestFinished(request, RequestFate.Refused, "insufficient_permit2_allowance")));
            return (at + 0.1, OpgAmount.Zero);
        }

        return Serve(facts, request, session, index, at, node, Span);
    }

    private static (double At, OpgAmount Price) Serve(
        List<ObservedFact> facts, RequestId request, int session, int index, double at, string node, Func<double, int,
            double> span)
    {
        OpgAmount price = new(OpgAmount.OneOpg.BaseUnits / 1000 + (UInt128)(uint)((session * 7) + index));
        double queued = span(0.05, 2);
        double computed = span(0.2, 3);
        at += 0.03 + queued + computed;
        SimDuration Nanoseconds(double seconds) => new((long)(seconds * 1e9));
        facts.Add(At(at, node, new InferenceCompleted(
            request, node, "volatility@1.2", "blob", HashOf("in"), HashOf("out"), Nanoseconds(queued),
                Nanoseconds(computed))));
        facts.Add(At(at, node, new SessionCharged(Id(session), request, price, Accepted: true)));
        if (session == 0 && index == 0)
        {
            SettleEvidence(facts, request, at);
        }

        if (index == 3 && session % 50 == 7)
        {
            facts.Add(At(at + 20, request.User, new RequestFinished(request, RequestFate.TimedOut, null)));
            return (at + 21, price);
        }

        at += span(0.04, 4);
        facts.Add(At(at, request.User,
            new AnswerReceived(request, HashOf(node), HashOf("in"), HashOf("out"), 1_900_000_000, [1, 2], price)));
        at += 0.001;
        if (!(index == 4 && session == 239))
        {
            bool forged = index == 2 && session % 60 == 11;
            facts.Add(At(at, request.User, new RequestFinished(
                request, forged ? RequestFate.Rejected : RequestFate.Accepted, forged ? "bad_signature" : null)));
        }

        return (at + 0.2, price);
    }

    private static void AddBlocks(
        List<ObservedFact> facts, List<(SimTime At, int Session, OpgAmount Amount)> settlements)
    {
        OpgAmount supply = Endowment * Users;
        facts.Add(At(0, "chain", Block(0, 0, supply)));
        long entry = 0;
        Queue<(SimTime At, int Session, OpgAmount Amount)> waiting = new(
            settlements.OrderBy(settlement => settlement.At));
        for (int height = 1; height <= 300; height++)
        {
            double at = 2.0 * height;
            List<(SimTime At, int Session, OpgAmount Amount)> block = [];
            while (waiting.TryPeek(out var next) && next.At.NanosecondsSinceStart < at * 1e9)
            {
                block.Add(waiting.Dequeue());
            }

            foreach ((SimTime _, int session, OpgAmount amount) in block)
            {
                Settle(facts, at, height, session, amount, ref entry);
            }

            facts.Add(At(at, "chain", Block(height, block.Count, supply)));
        }
    }

    private static BlockProduced Block(long height, int transactions, OpgAmount supply) => new(
        "payment", height, 1_900_000_000 + (2 * height), HashOf(Name("block", (int)height)),
            HashOf(Name("state", (int)height)), transactions, supply);

    private static void Settle(
        List<ObservedFact> facts, double at, int height, int session, OpgAmount amount, ref long entry)
    {
        string facilitator = Name("facilitators", session % 2);
        Address payer = AddressOf(User(session % Users));
        string node = Name("gateways", session % 8);
        Hash32 transaction = HashOf(Name("transaction", session));
        bool reverted = session % 90 == 17;
        if (amount.IsZero)
        {
            facts.Add(At(at, facilitator,
                new SettlementFinished(Id(session), facilitator, OpgAmount.Zero, null, "nothing_to_settle")));
            return;
        }

        facts.Add(At(at, "chain", new TransactionExecuted(
            "payment", height, transaction, AddressOf(facilitator), "UptoProxy.settle", 90_000, reverted
                ? "InvalidNonce" : null, Fee: 2_700_000_000_001)));
        if (!reverted)
        {
            facts.Add(At(at, "chain",
                new TokenTransferred("payment", height, transaction, payer, AddressOf(node), amount, "settlement")));
            facts.Add(At(at, "chain",
                new AuthorisationUsed("payment", height, transaction, payer, (ulong)session, AddressOf(node), amount)));
            facts.Add(At(at, "ledger",
                new LedgerPosted("payment", ++entry, height, transaction, User(session % Users), node, amount, "settlement")));
        }

        facts.Add(At(at + 0.3, facilitator, new SettlementFinished(
            Id(session), facilitator, reverted ? OpgAmount.Zero : amount, transaction, reverted ? "InvalidNonce"
                : null)));
    }
}
