using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Chain.Disputes;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>A party of the verification contract: an account that posts what has gathered, and reads, once per period.</summary>
/// <remarks>Sends <see cref="EthCall"/> and, through <see cref="TransactionSender"/>, transactions to its full node.</remarks>
/// <param name="account">Account, key and full node.</param>
/// <param name="period">Time between two looks at the contract, above 0.</param>
public abstract class ContractAgent(TransactionAccount account, SimDuration period) : IActor
{
    private readonly TransactionSender sender = new(account);
    private ulong views;

    private protected static Address Contract => AnswerVerification.DefaultAddress;

    private protected Address Address => sender.Address;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ContractDue: OnContractDue(context); break;
            case EthCallReply message: OnView(message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); break;
            case SendRawTransactionReply: break;
            case GetTransactionCountReply message: sender.OnNonce(message); break;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); break;
            default: OnMessage(envelope, context); break;
        }
    }

    /// <summary>Whose account it is, said once.</summary>
    private protected abstract PartyDeclared Declare(Address address, string actor);

    /// <summary>Loses what a crash of the host loses.</summary>
    private protected abstract void Forget();

    /// <summary>Posts and asks; called once per period while the account knows its nonce.</summary>
    private protected abstract void OnDue(IActorContext context);

    /// <summary>The answer to a view that was asked for.</summary>
    private protected abstract void OnView(EthCallReply reply, IActorContext context);

    /// <summary>Any message beyond those of account and contract.</summary>
    private protected abstract void OnMessage(in Envelope envelope, IActorContext context);

    /// <summary>What became of a posted transaction.</summary>
    private protected virtual void OnConfirmed(TransactionOutcome outcome, IActorContext context)
    {
    }

    /// <summary>Asks the full node for a view; the number names its reply.</summary>
    private protected ulong Ask(ContractCall view, IActorContext context)
    {
        context.Tell(account.FullNode, new EthCall(++views, sender.Address, view.Target, view.Encode()));
        return views;
    }

    /// <summary>Posts all that waits in a batch.</summary>
    private protected void Post<TRow>(
        ContractBatch<TRow> batch, IActorContext context, Action<ulong, IReadOnlyList<TRow>>? onSent = null)
    {
        foreach ((PricedCall call, ulong gas, IReadOnlyList<TRow> rows) in batch.TakeAll())
        {
            ulong number = sender.Send(call, gas, context);
            onSent?.Invoke(number, rows);
        }
    }

    /// <summary>Asks for the bond once its time has come; true from then on.</summary>
    private protected bool TryLeave(BondWithdrawal withdrawal, IActorContext context) =>
        withdrawal.TryLeave(sender, context);

    private void OnStarted(IActorContext context)
    {
        context.Observe(Declare(sender.Address, context.Name));
        context.StartTimer(period, new ContractDue());
    }

    private void OnRestarted(IActorContext context)
    {
        Forget();
        sender.OnRestarted(context);
        sender.AskNonce(context);
        context.StartTimer(period, new ContractDue());
    }

    private void OnContractDue(IActorContext context)
    {
        context.StartTimer(period, new ContractDue());
        if (sender.IsReady)
        {
            OnDue(context);
        }
        else
        {
            sender.AskNonce(context);
        }
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is { } known)
        {
            OnConfirmed(known, context);
        }
    }
}
