using Simulator.Actors.Transactions;
using Simulator.Chain.Disputes;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Verifiers;

/// <summary>A party's wish to have its bond back from an instant on; null: never.</summary>
internal sealed class BondWithdrawal(SimTime? at)
{
    private bool isAsked;

    /// <summary>Asks once; true when the party has left.</summary>
    public bool TryLeave(TransactionSender sender, IActorContext context)
    {
        if (at is not { } instant || context.Now < instant)
        {
            return false;
        }

        if (!isAsked)
        {
            isAsked = true;
            RequestUnbondCall call = new(AnswerVerification.DefaultAddress);
            sender.Send(call, GasTable.Intrinsic(call.Encode()) + call.Gas, context);
        }

        return true;
    }
}
