using Simulator.Checkers.Answers;
using Simulator.Checkers.Consensus;
using Simulator.Checkers.Economy;
using Simulator.Checkers.Evidence;
using Simulator.Checkers.Payments;
using Simulator.Checkers.Pipe;
using Simulator.Checkers.Registry;
using Simulator.Checkers.Requests;
using Simulator.Checkers.Scheduling;
using Simulator.Checkers.Stakes;
using Simulator.Checkers.Storage;
using Simulator.Checkers.Supply;
using Simulator.Checkers.Verification;
using Simulator.Records;

namespace Simulator.Checkers;

/// <summary>All judges of a run.</summary>
public sealed class CheckerSuite : IObserver, IDisposable
{
    private readonly Checker[] checkers =
    [
        new SupplyConserved(),
        new BalancesNonNegative(),
        new AuthorisationsKept(),
        new NoncesSingleUse(),
        new OneFinalState(),
        new AnswersSigned(),
        new InferenceAtomic(),
        new AnswersActive(),
        new Agreement(),
        new CommitValidity(),
        new StateRoots(),
        new BlobsBound(),
        new EvidenceIncluded(),
        new StakesAddUp(),
        new ModelsServed(),
        new PaymentsVerified(),
        new SlashesBurnedOnce(),
        new HonestUnslashed(),
        new RefundsComplete(),
        new EconomyAccounts(),
        new TrustFounded(),
        new BondsAddUp(),
    ];

    public IReadOnlyList<Checker> Checkers => checkers;

    public void Observe(in ObservedFact fact)
    {
        foreach (Checker checker in checkers)
        {
            checker.Observe(fact);
        }
    }

    public void Complete()
    {
        foreach (Checker checker in checkers)
        {
            checker.Complete();
        }
    }

    public void Dispose()
    {
        foreach (Checker checker in checkers)
        {
            (checker as IDisposable)?.Dispose();
        }
    }
}
