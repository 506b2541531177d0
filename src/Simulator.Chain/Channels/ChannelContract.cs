using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>x402BatchSettlement: prefunded one-way payment channels, claimed by cumulative vouchers.</summary>
/// <remarks>
/// Rules and their order: protocol facts §3.2. A channel exists by its terms alone; nothing opens it.
/// </remarks>
public sealed partial class ChannelContract : Contract
{
    /// <summary>Shortest withdrawal delay, in seconds.</summary>
    public const ulong MinWithdrawDelay = 900;

    /// <summary>Longest withdrawal delay, in seconds: 30 days.</summary>
    public const ulong MaxWithdrawDelay = 2_592_000;

    private static readonly CallCatalogue Calls = new CallCatalogue()
        .With(DepositCall.Function, DepositCall.Read)
        .With(ClaimCall.Function, ClaimCall.Read)
        .With(ClaimWithSignatureCall.Function, ClaimWithSignatureCall.Read)
        .With(SettleChannelsCall.Function, SettleChannelsCall.Read)
        .With(InitiateWithdrawCall.Function, InitiateWithdrawCall.Read)
        .With(FinalizeWithdrawCall.Function, FinalizeWithdrawCall.Read)
        .With(RefundCall.Function, RefundCall.Read)
        .With(RefundWithSignatureCall.Function, RefundWithSignatureCall.Read);

    private readonly ISignerRecovery recovery;
    private readonly ContractFlaws flaws;
    private readonly StateTable<Hash32, ChannelState> channels;
    private readonly StateTable<Hash32, PendingWithdrawal> withdrawals;
    private readonly StateTable<Hash32, UInt256> refundNonces;
    private readonly StateTable<(Address Receiver, Address Token), ReceiverState> receivers;

    public ChannelContract(
        ContractMachine machine, ISignerRecovery recovery, ContractFlaws flaws = ContractFlaws.None)
        : base(machine, Deployments.BatchSettlement)
    {
        this.recovery = recovery;
        this.flaws = flaws;
        TypedData = new ChannelTypedData(machine.ChainId);
        channels = machine.State.Table<Hash32, ChannelState>(Address, 0, WriteId, static (w, channel) =>
        {
            w.UInt128(channel.Balance);
            w.UInt128(channel.TotalClaimed);
        });
        withdrawals = machine.State.Table<Hash32, PendingWithdrawal>(Address, 1, WriteId, static (w, withdrawal) =>
        {
            w.UInt128(withdrawal.Amount);
            w.UInt64(withdrawal.InitiatedAt);
        });
        refundNonces = machine.State.Table<Hash32, UInt256>(Address, 2, WriteId, static (w, nonce) => w.UInt256(nonce));
        receivers = machine.State.Table<(Address Receiver, Address Token), ReceiverState>(
            Address, 3, WriteReceiverKey, WriteReceiver);
    }

    public ChannelTypedData TypedData { get; }

    public ChannelState Channel(Hash32 channelId) => channels[channelId];

    public PendingWithdrawal Withdrawal(Hash32 channelId) => withdrawals[channelId];

    public UInt256 RefundNonce(Hash32 channelId) => refundNonces[channelId];

    public ReceiverState Receiver(Address receiver, Address token) => receivers[(receiver, token)];

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) => Calls.Decode(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        DepositCall c => Deposit(context, c),
        ClaimCall c => Claim(context, c.Claims),
        ClaimWithSignatureCall c => Claim(context, c),
        SettleChannelsCall c => Settle(context, c.Receiver, c.Token),
        InitiateWithdrawCall c => InitiateWithdraw(context, c.Config, c.Amount),
        FinalizeWithdrawCall c => FinalizeWithdraw(context, c.Config),
        RefundCall c => IsReceiverSide(context.Sender, c.Config)
            ? Refund(context, c.Config, c.Amount)
            : new Revert(ChannelErrors.NotAuthorizedToRefund),
        RefundWithSignatureCall c => RefundWithSignature(context, c),
        _ => SolidityErrors.Bare(),
    };

    private static void WriteId(SlotWriter writer, Hash32 id) => writer.Hash(id);

    private static void WriteReceiverKey(SlotWriter writer, (Address Receiver, Address Token) key)
    {
        writer.Address(key.Receiver);
        writer.Address(key.Token);
    }

    private static void WriteReceiver(SlotWriter writer, ReceiverState receiver)
    {
        writer.UInt128(receiver.TotalClaimed);
        writer.UInt128(receiver.TotalSettled);
    }

    private static bool IsReceiverSide(Address sender, ChannelConfig config) =>
        sender == config.Receiver || sender == config.ReceiverAuthorizer;

    private static bool IsPayerSide(Address sender, ChannelConfig config) =>
        sender == config.Payer || sender == config.PayerAuthorizer;

    private Revert? Pay(in CallContext context, Address token, Address to, UInt128 amount) =>
        Machine.Find(token) is IErc20 erc20
            ? erc20.Transfer(context.From(Address), to, amount)
            : SolidityErrors.Bare();

    private OpgAmount Held(Address token) =>
        Machine.Find(token) is IErc20 erc20 ? erc20.BalanceOf(Address) : OpgAmount.Zero;

    private void CloseIfEmpty(Hash32 id, ChannelConfig config)
    {
        if (channels[id] == default)
        {
            Emit(new ChannelClosed(id, config));
        }
    }
}
