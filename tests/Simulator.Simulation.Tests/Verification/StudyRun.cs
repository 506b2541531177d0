using System.Numerics;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Worlds;

namespace Simulator.Simulation.Tests.Verification;

/// <summary>A run without a bundle, and what of it a study of payoffs needs.</summary>
internal sealed class StudyRun : IObservationSink
{
    private readonly SortedDictionary<Address, string> groups = [];
    private readonly List<TokenTransferred> transfers = [];
    private readonly SortedDictionary<string, BigInteger> spent = new(StringComparer.Ordinal);

    public List<Observation> Said { get; } = [];

    public static StudyRun Of(Scenario scenario, ulong replication = 0)
    {
        using InferenceEngine engine = new();
        StudyRun study = new();
        WorldEnvironment environment = new()
        {
            Models = ModelStore.Shipped(),
            Inference = engine,
            Facts = new InferenceFacts(),
            Keys = EnclaveKeyPool.OfThisMachine,
            Replication = replication,
        };
        Scenarios.Worlds.World world = WorldAssembly.Build(scenario, environment, study);
        using Kernel.Simulation simulation = world.Simulation;
        simulation.Run(world.Until);
        return study;
    }

    public void Receive(in Kernel.ObservedFact fact)
    {
        switch (fact.What)
        {
            case PartyDeclared party: groups[party.Address] = party.Group; break;
            case TokenTransferred moved: transfers.Add(moved); break;
            case CostIncurred cost: Spend(cost.Group, cost.Amount); break;
            case BondTaken taken: Spend(taken.Party.Split('/')[0], taken.Lost); Said.Add(taken); break;
            case FraudAttempted or SessionCharged or StrategyChosen or AnswerPosted or AnswerCheckReported: Said.Add(fact.What); break;
            default: break;
        }
    }

    /// <summary>Received less paid, lost of bonds and spent on machines, in OPG.</summary>
    public double Payoff(string group)
    {
        BigInteger balance = -spent.GetValueOrDefault(group);
        foreach (TokenTransferred moved in transfers.Where(moved => moved.Cause is not ("genesis" or "bond")))
        {
            balance += groups.GetValueOrDefault(moved.To) == group ? moved.Amount.BaseUnits : 0;
            balance -= groups.GetValueOrDefault(moved.From) == group ? moved.Amount.BaseUnits : 0;
        }

        return (double)balance / 1e18;
    }

    public long Count<T>() => Said.OfType<T>().LongCount();

    private void Spend(string group, OpgAmount amount) =>
        spent[group] = spent.GetValueOrDefault(group) + amount.BaseUnits;
}
