using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>
/// Moves its OPG to another wallet of its own between verification and settlement, and pays the next session from there.
/// </summary>
/// <remarks>Sends: <see cref="ReadPayer"/>, and transfers of OPG from either wallet.</remarks>
internal sealed class EmptiedWallet : PermitPurse
{
    private const ulong GasLimit = 100_000;

    private readonly PurseSite site;
    private readonly Confession confession;
    private readonly (Wallet Wallet, TransactionSender Sender)[] wallets;
    private Permit2Authorization? signed;
    private int current;
    private bool isMoving;
    private ulong reads;

    public EmptiedWallet(PurseSite site)
        : base(site)
    {
        this.site = site;
        confession = new Confession(site.Settings);
        wallets = [.. new[] { site.Settings.Key, site.Settings.Fraud!.SecondKey }.Select(key =>
            (new Wallet(key), new TransactionSender(site.Settings.Account! with { Key = key })))];
    }

    protected override Wallet Wallet => wallets?[current].Wallet ?? base.Wallet;

    public override void OnStarted(IActorContext context) => context.Observe(new PartyDeclared(
        wallets[1].Wallet.Address, context.Name, site.Settings.Group, PartyRole.User));

    public override void OnRestarted(IActorContext context) => wallets[current].Sender.OnRestarted(context);

    public override void Learn(OpenRequest request, string? session, IActorContext context)
    {
        base.Learn(request, session, context);
        if (signed is not { } authorization || isMoving || !confession.IsOccasion(request.Attempt, context))
        {
            return;
        }

        (isMoving, signed) = (true, null);
        confession.Say(AuthorisationSubjects.Of(authorization.From, authorization.Nonce), context);
        context.Tell(site.Settings.Account!.FullNode, new ReadPayer(++reads, authorization.From, authorization.Spender));
    }

    public override bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case ReadPayerReply reply: OnBalance(reply, context); return true;
            case CallSigned message: wallets[current].Sender.OnSigned(message, context); return true;
            case SendRawTransactionReply: return true;
            case ConfirmationDue message: OnOutcome(wallets[current].Sender.OnConfirmationDue(message, context)); return true;
            case GetReceiptReply message: OnOutcome(wallets[current].Sender.OnReceipt(message)); return true;
            default: return base.TryReceive(envelope, context);
        }
    }

    protected override void Signed(OpenRequest request, string header, IActorContext context)
    {
        signed = request.Intent!.Authorization;
        base.Signed(request, header, context);
    }

    private void OnBalance(ReadPayerReply reply, IActorContext context)
    {
        if (reply.Call != reads || !isMoving)
        {
            return;
        }

        Address other = wallets[1 - current].Wallet.Address;
        wallets[current].Sender.Send(new TransferCall(Deployments.OpgToken, other, reply.Balance), GasLimit, context);
    }

    private void OnOutcome(TransactionOutcome? outcome)
    {
        if (outcome is { } known)
        {
            isMoving = false;
            current = known.Confirmed && known.Revert is null ? 1 - current : current;
        }
    }
}
