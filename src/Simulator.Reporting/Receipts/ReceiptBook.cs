using Simulator.Checkers.Registry;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Writes a receipt for every accepted request once no reorganisation reaches its settlement, or at the run's end.</summary>
/// <remarks>
/// A receipt whose evidence a worker still has waits for that too.
/// One JSON object per line in <c>receipts/receipts.jsonl</c>, in the order of settlement; the first receipt of every node
/// also stands alone in a file of its own. Memory holds open requests, open sessions, settlements of the newest
/// blocks, and evidence under way.
/// </remarks>
internal sealed class ReceiptBook : IObserver, IDisposable
{
    public const string FolderName = "receipts";
    public const string FileName = "receipts.jsonl";

    /// <summary>Root certificate of the run's hardware vendor, for verifiers that trust none by themselves.</summary>
    public const string RootName = "vendor-root.pem";

    private readonly string folder;
    private readonly FileStream lines;
    private readonly Dictionary<RequestId, OpenReceipt> open = [];
    private readonly SortedDictionary<string, SessionEvidence> sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<Hash32, ReceiptNode> nodes = [];
    private readonly SettlementTransactions transactions = new();
    private readonly Dictionary<Hash32, List<SessionEvidence>> ripening = [];
    private readonly HashSet<Hash32> shown = [];
    private readonly Queue<string> settled = new();
    private readonly RegistryHistory registry = new();
    private readonly EvidenceBook evidence = new();
    private readonly SortedDictionary<RequestId, HeldReceipt> held = [];
    private long? unixOffset;

    /// <param name="bundle">The bundle's work folder.</param>
    public ReceiptBook(string bundle)
    {
        folder = Path.Combine(bundle, FolderName);
        Directory.CreateDirectory(folder);
        lines = new FileStream(Path.Combine(folder, FileName), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Settled sessions that are remembered for answers that are accepted only afterwards.</summary>
    private const int RememberedSessions = 4_096;

    public void Observe(in ObservedFact fact)
    {
        registry.Observe(fact.What);
        foreach (RequestId request in evidence.Observe(fact))
        {
            if (held.Remove(request, out HeldReceipt? receipt))
            {
                Write(receipt);
            }
        }

        switch (fact.What)
        {
            case NodeDeclared said: nodes[said.TeeId] = new ReceiptNode(said.TeeId, said.SigningKey, null); break;
            case NodeAttested said: OnAttested(said); break;
            case RequestIssued { Body: not null } said: open[said.Request] = new OpenReceipt(said); break;
            case PaymentVerified { Refusal: null, Payment: not null } said: OnVerified(said, fact.At); break;
            case SessionOpened said: OnSessionOpened(said); break;
            case InferenceCompleted said: Of(said.Request, request => request.Inference = said); break;
            case SessionCharged said: OnCharged(said); break;
            case AnswerReceived { Output: not null } said: Of(said.Request, request => request.Answer = said); break;
            case StandingRead said: Of(said.Request, request => request.ReadAt = said.Height); break;
            case RequestFinished said: OnFinished(said); break;
            case TransactionExecuted { Chain: EvidenceBook.Chain }: break;
            case TransactionExecuted { Raw: not null, Revert: null } said: transactions.Add(said); break;
            case BlockProduced said: OnBlock(said, fact.At); break;
            case BlockReverted said: transactions.TakeBack(said); break;
            case SettlementFinished said: OnSettled(said); break;
        }
    }

    public void Complete()
    {
        foreach (SessionEvidence session in sessions.Values)
        {
            Write(session);
        }

        sessions.Clear();
        foreach (HeldReceipt receipt in held.Values)
        {
            Write(receipt);
        }

        held.Clear();
        lines.Dispose();
    }

    public void Dispose() => lines.Dispose();

    private void Of(RequestId request, Action<OpenReceipt> change)
    {
        if (open.TryGetValue(request, out OpenReceipt? receipt))
        {
            change(receipt);
        }
    }

    private void OnAttested(NodeAttested said)
    {
        string root = Path.Combine(folder, RootName);
        if (!File.Exists(root))
        {
            File.WriteAllText(root, said.RootPem);
        }

        if (nodes.TryGetValue(said.TeeId, out ReceiptNode? node))
        {
            nodes[said.TeeId] = node with
            {
                Attestation = new ReceiptAttestation(
                    said.Document, said.RootPem, said.TlsCertificate, said.PcrHash, said.BootTime, said.BootTime),
            };
        }
    }

    private void OnVerified(PaymentVerified said, SimTime at) => Of(said.Request, request =>
    {
        request.Payment = said.Payment;
        request.VerifiedAt = at;
    });

    private void OnSessionOpened(SessionOpened said) => Of(said.Request, request =>
    {
        if (request.Payment is not null)
        {
            sessions[said.Session] = new SessionEvidence(request.Payment, request.VerifiedAt);
        }
    });

    private void OnCharged(SessionCharged said) => Of(said.Request, request =>
    {
        request.Session = said.Session;
        request.Cost = said.Accepted ? said.Cost : OpgAmount.Zero;
    });

    private void OnFinished(RequestFinished said)
    {
        if (!open.Remove(said.Request, out OpenReceipt? request)
            || said.Fate != RequestFate.Accepted
            || request is not { Answer: not null, Inference: not null, Session: not null }
            || !sessions.TryGetValue(request.Session, out SessionEvidence? session))
        {
            return;
        }

        request.Standing = StandingOf(request);
        session.Waiting.Add(request);
        if (session.IsWritten)
        {
            Write(session);
        }
    }

    // A user's full node may have a block before the one whose record this is.
    private ReceiptStanding? StandingOf(OpenReceipt request)
    {
        long height = Math.Min(request.ReadAt ?? registry.Head, registry.Head);
        return registry.At(request.Answer!.TeeId, height) is { } standing
            ? new ReceiptStanding(
                standing.Registered,
                standing.Enabled,
                standing.Approved,
                standing.RegisteredAt,
                standing.LastHeartbeatAt,
                standing.Height,
                standing.BlockTime,
                standing.StateRoot)
            : null;
    }

    private void OnBlock(BlockProduced said, SimTime at)
    {
        // Of the first block: one that takes another's place has the other's time.
        unixOffset ??= said.UnixTime - at.WholeSeconds;
        foreach (Hash32 transaction in transactions.Seal(said))
        {
            if (ripening.Remove(transaction, out List<SessionEvidence>? sessionsOf))
            {
                sessionsOf.ForEach(WriteSettled);
            }
        }
    }

    private void OnSettled(SettlementFinished said)
    {
        if (!sessions.TryGetValue(said.Session, out SessionEvidence? session))
        {
            return;
        }

        session.Settlement = said;
        if (said.Transaction is not { } transaction || !transactions.IsOpen(transaction))
        {
            WriteSettled(session);
        }
        else if (ripening.TryGetValue(transaction, out List<SessionEvidence>? others))
        {
            others.Add(session);
        }
        else
        {
            ripening[transaction] = [session];
        }
    }

    private void WriteSettled(SessionEvidence session)
    {
        Write(session);
        session.IsWritten = true;
        settled.Enqueue(session.Settlement!.Session);
        if (settled.Count > RememberedSessions)
        {
            Forget(settled.Dequeue());
        }
    }

    private void Forget(string id)
    {
        if (sessions.Remove(id, out SessionEvidence? session) && session.Settlement?.Transaction is { } transaction)
        {
            transactions.Forget(transaction);
        }
    }

    private void Write(SessionEvidence session)
    {
        Hash32? hash = session.Settlement?.Transaction;
        ReceiptTransaction? transaction = hash is { } broadcast ? transactions.Find(broadcast) : null;
        bool stands = hash is not { } settlement || !transactions.IsGone(settlement);
        foreach (OpenReceipt request in session.Waiting)
        {
            HeldReceipt receipt = new(request, stands ? session.Settlement : null, session, transaction);
            if (evidence.IsPending(request.Issued.Request))
            {
                held[request.Issued.Request] = receipt;
            }
            else
            {
                Write(receipt);
            }
        }

        session.Waiting.Clear();
    }

    private void Write(HeldReceipt receipt)
    {
        OpenReceipt request = receipt.Request;
        RequestId id = request.Issued.Request;

        // Without a declared key there is nothing to hold the answer against: a judge reports such an acceptance.
        if (!nodes.TryGetValue(request.Answer!.TeeId, out ReceiptNode? node))
        {
            return;
        }

        byte[] json = ReceiptComposer.Compose(receipt, node, evidence.Of(id), UnixTime).ToJson();
        lines.Write(json);
        lines.WriteByte((byte)'\n');
        if (shown.Add(node.TeeId))
        {
            string name = id.ToString().Replace('/', '-').Replace('#', '-');
            File.WriteAllBytes(Path.Combine(folder, name + ".json"), json);
        }
    }

    private long UnixTime(SimTime at) => (unixOffset ?? 0) + at.WholeSeconds;
}
