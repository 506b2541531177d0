using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Bridge;

/// <summary>What happens to token at one end of the bridge.</summary>
public enum BridgeSide
{
    Unset = 0,

    /// <summary>Where token is at home: sending locks it here, delivering releases it.</summary>
    Escrow = 1,

    /// <summary>The other chain: delivering mints it, sending burns it.</summary>
    Mint = 2,
}

/// <summary>One end of the bridge between the two chains.</summary>
/// <remarks>
/// Own design after the shape of the network's bridge (collateral here, native coin there). Messages are numbered and
/// delivered strictly in order, so nothing of the past needs remembering. In transit = sent there − delivered here.
/// </remarks>
public sealed class BridgeEndpoint : Contract
{
    public static readonly Address DefaultAddress = Address.Parse("0x000000000000000000000000000000000000b41d");

    /// <summary>May deliver what the other chain sent.</summary>
    public static readonly Hash32 Relayer = Roles.Named("BRIDGE_RELAYER");

    private static readonly CallCatalogue Calls = new CallCatalogue()
        .With(BridgeSendCall.Function, BridgeSendCall.Read)
        .With(BridgeDeliverCall.Function, BridgeDeliverCall.Read);

    private readonly OpgToken token;
    private readonly BridgeSide side;
    private readonly StateCell<BridgeTotals> totals;

    public BridgeEndpoint(ContractMachine machine, OpgToken token, BridgeSide side)
        : base(machine, DefaultAddress)
    {
        Invariant.That(side != BridgeSide.Unset);
        this.token = token;
        this.side = side;
        Roles = new Roles(machine.State, Address, 0, Emit);
        totals = machine.State.Cell<BridgeTotals>(Address, 1, static (w, sums) => sums.Write(w));
    }

    public Roles Roles { get; }

    public BridgeTotals Totals => totals.Value;

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? Roles.Calls.Decode(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        (bool handled, Revert? revert) = Roles.Execute(context, call);
        if (handled)
        {
            return revert;
        }

        return call switch
        {
            BridgeSendCall c => CheckTerms(c.Recipient, c.Amount) ?? Send(context, c),
            BridgeDeliverCall c => Roles.Check(Relayer, context.Sender)
                ?? CheckTerms(c.Recipient, c.Amount)
                ?? Deliver(context, c),
            _ => SolidityErrors.Bare(),
        };
    }

    /// <summary>Makes an account admin and relayer, at genesis.</summary>
    internal void Appoint(Address account)
    {
        Roles.Grant(Roles.Admin, account);
        Roles.Grant(Relayer, account);
    }

    private static Revert? CheckTerms(Address recipient, UInt256 amount)
    {
        if (amount.IsZero)
        {
            return new Revert(BridgeErrors.ZeroAmount);
        }

        return recipient.IsZero ? new Revert(BridgeErrors.InvalidRecipient) : null;
    }

    // Both ends take the token first; where it is not at home it is destroyed then.
    private Revert? Send(in CallContext context, BridgeSendCall call)
    {
        CallContext inner = context.From(Address).For(TransferCause.BridgeLock);
        if (token.TransferFrom(inner, context.Sender, Address, call.Amount) is { } refused)
        {
            return refused;
        }

        OpgAmount amount = new(call.Amount.Low);
        if (side == BridgeSide.Mint)
        {
            token.Burn(Address, amount, TransferCause.BridgeBurn);
        }

        BridgeTotals after = Totals with { Messages = Totals.Messages + 1, Sent = Totals.Sent + amount };
        totals.Value = after;
        Emit(new BridgeSent(after.Messages, context.Sender, call.Recipient, amount));
        return null;
    }

    private Revert? Deliver(in CallContext context, BridgeDeliverCall call)
    {
        UInt256 expected = Totals.Deliveries + 1;
        if (call.Sequence != expected)
        {
            return new Revert(BridgeErrors.UnexpectedSequence, expected, call.Sequence);
        }

        Revert? refused = side == BridgeSide.Mint
            ? token.TryMint(call.Recipient, call.Amount, TransferCause.BridgeMint)
            : token.Transfer(context.From(Address).For(TransferCause.BridgeRelease), call.Recipient, call.Amount);
        if (refused is not null)
        {
            return refused;
        }

        OpgAmount amount = new(call.Amount.Low);
        totals.Value = Totals with { Deliveries = Totals.Deliveries + 1, Delivered = Totals.Delivered + amount };
        Emit(new BridgeDelivered(call.Sequence, call.Recipient, amount));
        return null;
    }
}
