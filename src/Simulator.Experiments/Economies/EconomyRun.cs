using Simulator.Actors.Planting;
using Simulator.Economics.Businesses;
using Simulator.Economics.Concentration;
using Simulator.Economics.Epochs;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Scenarios.Settings;
using ObservedFact = Simulator.Records.ObservedFact;

namespace Simulator.Experiments.Economies;

/// <summary>A scenario at epoch level, run once: the economy steps, and what it does is said as observations.</summary>
/// <remarks>
/// Money is said once per <see cref="EpochsPerStatement"/> epochs, as transfers between parties and a block that states the
/// supply, so that checkers, flows and report read an economy as they read a chain.
/// </remarks>
internal sealed class EconomyRun(Scenario scenario, ulong replication)
{
    private const string Chain = "economy";
    private const string Speaker = "economy";

    /// <summary>A month of days.</summary>
    private const int EpochsPerStatement = 30;

    private const double ThirdOfAll = 1 / 3.0;

    private readonly EconomySettings settings = scenario.Economy ?? throw Invariant.Unreachable(scenario.Question);
    // What wash traders leave to others is paid out an epoch later: in the sums of a month it would be paid before it came.
    private readonly int statement = scenario.Economy?.WashTraders is null ? EpochsPerStatement : 1;
    private readonly EconomyDigest digest = new();
    private long height;

    /// <summary>Runs to the end or until cancelled; says everything to the observer.</summary>
    /// <param name="observer">Hears everything.</param>
    /// <param name="cut">Ends the run here as if it were interrupted; null lets it finish.</param>
    /// <param name="progress">Told once a month.</param>
    /// <param name="cancellation">Stops the run between two epochs.</param>
    public RunOutcome Execute(
        IObserver observer, SimTime? cut, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        EpochEconomy economy = new(settings, scenario.Seed, replication);
        SimDuration length = SimDuration.FromDays(settings.EpochDays);
        Declare(economy, observer);
        Say(observer, SimTime.Start, Mint(economy.Supply));
        State(economy, SimTime.Start, observer);
        int epoch = 0;
        for (; epoch < settings.Epochs && !cancellation.IsCancellationRequested; epoch++)
        {
            SimTime end = SimTime.Start + (length * (epoch + 1));
            if (end > cut)
            {
                break;
            }

            EpochReport report = economy.Step(epoch);
            digest.Add(report);
            if ((epoch + 1) % statement == 0 || epoch + 1 == settings.Epochs)
            {
                State(economy, end, observer);
                long updates = economy.Groups.Sum(group => group.Updates);
                progress?.Invoke(new RunProgress(end, SimTime.Start + (length * settings.Epochs), updates));
            }

            Say(observer, end, Of(report, length, economy.Groups));
        }

        SimTime last = SimTime.Start + (length * epoch);
        foreach (Fleet group in economy.Groups)
        {
            Say(observer, last, Concentration(group));
        }

        return new RunOutcome(
            digest.Finish(),
            economy.Groups.Sum(group => group.Updates),
            last,
            epoch == settings.Epochs ? RunEnd.Finished : RunEnd.Interrupted,
            new RunCounters());
    }

    private void Declare(EpochEconomy economy, IObserver observer)
    {
        for (int account = 0; account < (int)Account.FirstGroup + economy.Groups.Count; account++)
        {
            string name = NameOf(account);
            Say(observer, SimTime.Start, new PartyDeclared(AddressOf(account), name, name, PartyRole.Treasury));
        }
    }

    // Transfers since the last statement, and a block that holds them and states what exists.
    private void State(EpochEconomy economy, SimTime at, IObserver observer)
    {
        foreach (AccountFlow flow in economy.Ledger.Flows.Take())
        {
            digest.Add(flow);
            if (flow.Cause == FlowCause.Unbond && scenario.Plant == PlantedBugs.UnstakeUnannounced)
            {
                continue;
            }

            Address to = flow.To == (int)Account.Burned ? Address.Zero : AddressOf(flow.To);
            string cause = NameOf(flow.Cause);
            Say(observer, at, new TokenTransferred(Chain, height, default, AddressOf(flow.From), to, flow.Amount, cause));
        }

        OpgAmount supply = economy.Supply - new OpgAmount(economy.Ledger[Account.Burned]);
        long seconds = at.NanosecondsSinceStart / SimDuration.NanosecondsPerSecond;
        Say(observer, at, new BlockProduced(Chain, height++, seconds, default, default, 0, supply));
    }

    private static TokenTransferred Mint(OpgAmount supply) =>
        new(Chain, 0, default, Address.Zero, AddressOf((int)Account.Locked), supply, "genesis");

    private static EpochEnded Of(EpochReport report, SimDuration length, IReadOnlyList<Fleet> groups) => new(
        report.Epoch,
        length,
        report.Price,
        report.InferencePrice,
        report.Wanted,
        report.Served,
        report.Load,
        report.Wait,
        report.Checked,
        report.Circulating,
        report.Staked,
        report.Burned,
        report.Security,
        report.Paid,
        report.WashTraded,
        [.. groups.Select((group, index) => new BusinessesFared(
            group.Settings.Name, report.Active[index], group.Entered, group.Left, report.Profit[index]))]);

    private static ConcentrationMeasured Concentration(Fleet group)
    {
        double[] earned = [.. group.Earned];
        double least = earned.Length == 0 ? 0 : earned.Min();
        return new ConcentrationMeasured(
            group.Settings.Name,
            Inequality.Gini(earned.Select(profit => profit - least)),
            Inequality.Nakamoto(Enumerable.Repeat((double)group.Settings.Slots, group.Active), ThirdOfAll));
    }

    private static string NameOf(FlowCause cause) => cause == FlowCause.WashTrade ? "wash_trade" : cause.ToString().ToLowerInvariant();

    private string NameOf(int account) => account < (int)Account.FirstGroup
        ? ((Account)account).ToString().ToLowerInvariant()
        : settings.Businesses[account - (int)Account.FirstGroup].Name;

    // Accounts have no keys: their addresses only tell them apart.
    private static Address AddressOf(int account) => new([.. new byte[19], (byte)(account + 1)]);

    private static void Say(IObserver observer, SimTime at, Observation what) =>
        observer.Observe(new ObservedFact(at, Speaker, what));
}
