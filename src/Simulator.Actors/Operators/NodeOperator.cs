using System.Buffers.Binary;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Records;

namespace Simulator.Actors.Operators;

/// <summary>Registers its nodes' enclaves, as the network's command-line tool does: fetch the papers, send, read the receipt.</summary>
/// <remarks>
/// A refusal is final for that boot. Nothing is disabled when a node restarts: the tool does not, so that the old
/// identity stays enabled until its heartbeats have aged out. Sends: <see cref="GetAttestation"/> and, through
/// <see cref="TransactionSender"/>, calls to its full node. Source: protocol facts §5.4.
/// </remarks>
public sealed class NodeOperator(OperatorSettings settings) : IActor
{
    private const byte LlmProxy = 0;

    /// <summary>Verification of a document alone costs 500,000 gas.</summary>
    private const ulong GasLimit = 2_000_000;

    private const int NonceLength = 20;

    private static readonly SimDuration PaperPatience = SimDuration.FromSeconds(30);

    private readonly TransactionSender sender = new(settings.Account);
    private readonly SortedDictionary<ulong, Registration> registrations = [];
    private readonly SortedDictionary<ulong, Registration> sent = [];
    private ulong cases;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: sender.OnRestarted(context); break;
            case BootAnnounced message: OnBootAnnounced(envelope.From, message, context); break;
            case AttestationReply message: OnAttestationReply(envelope.From, message, context); break;
            case PapersOverdue message: OnPapersOverdue(message, context); break;
            case RegistrationDue message: OnRegistrationDue(message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); break;
            case SendRawTransactionReply: break;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context) => context.Observe(
        new PartyDeclared(sender.Address, context.Name, settings.Group, PartyRole.Node));

    // A node that restarts while its registration is under way begins a new one; the old papers are of no more use.
    private void OnBootAnnounced(ActorRef enclave, BootAnnounced boot, IActorContext context)
    {
        if (settings.Nodes.FirstOrDefault(known => known.Enclave == enclave) is not { } node)
        {
            return;
        }

        ulong number = ++cases;
        registrations.Add(number, new Registration(node, boot.BootTime));
        Fetch(number, registrations[number], context);
    }

    private static void Fetch(ulong number, Registration registration, IActorContext context)
    {
        byte[] nonce = NonceOf(context.Random, number);
        registration.Patience = context.StartTimer(PaperPatience, new PapersOverdue(number));
        context.Tell(registration.Node.Enclave, new GetAttestation(number, nonce));
        if (registration.Node.Conduct.Other is { } other)
        {
            context.Tell(other, new GetAttestation(number, nonce));
        }
    }

    private void OnAttestationReply(ActorRef enclave, AttestationReply reply, IActorContext context)
    {
        if (!registrations.TryGetValue(reply.Call, out Registration? registration) || registration.IsComplete)
        {
            return;
        }

        RegistrationPapers papers = new(reply.Document, reply.SigningKey, reply.TlsCertificate);
        if (enclave == registration.Node.Enclave)
        {
            registration.Own = papers;
        }
        else
        {
            registration.Other = papers;
        }

        if (registration.IsComplete)
        {
            context.CancelTimer(registration.Patience);
            context.StartTimer(registration.Node.Conduct.HoldBack, new RegistrationDue(reply.Call));
        }
    }

    private void OnPapersOverdue(PapersOverdue due, IActorContext context)
    {
        if (registrations.TryGetValue(due.Case, out Registration? registration) && !registration.IsComplete)
        {
            Fetch(due.Case, registration, context);
        }
    }

    private void OnRegistrationDue(RegistrationDue due, IActorContext context)
    {
        if (!registrations.Remove(due.Case, out Registration? registration))
        {
            return;
        }

        OperatedNode node = registration.Node;
        RegistrationPapers papers = node.Conduct.Present(registration.Own!, registration.Other);
        registration.Presented = papers;
        RegisterTeeCall call = new(
            settings.Registry,
            papers.Document,
            papers.SigningKey,
            papers.TlsCertificate,
            node.PayTo,
            node.Endpoint,
            LlmProxy);
        sent.Add(sender.Send(call, GasLimit, context), registration);
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is not { } known || !sent.Remove(known.Number, out Registration? registration))
        {
            return;
        }

        RegistrationPapers papers = registration.Presented!;
        Hash32 teeId = Keccak256.Hash(papers.SigningKey);
        string? refusal = known.Confirmed ? known.Revert : "no receipt within 120 s";
        OperatedNode node = registration.Node;
        if (refusal is null)
        {
            context.Observe(new NodeAttested(
                teeId, papers.Document, settings.VendorRoot, papers.TlsCertificate, node.Measurement, registration.BootTime));
        }

        context.Observe(new RegistrationFinished(
            teeId, node.Name, settings.Group, node.Conduct.Attack, refusal, known.Transaction));
    }

    private static byte[] NonceOf(KeyedRandom random, ulong number)
    {
        Span<byte> bytes = stackalloc byte[32];
        Draw first = random.Draw(Draws.AttestationNonce, number);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, first.Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], first.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], random.Draw(Draws.AttestationNonce, number, 1).Low);
        return bytes[..NonceLength].ToArray();
    }
}
