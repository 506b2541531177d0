using Simulator.Actors;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Channels;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places a scenario's parties on hosts: one per user, node and facilitator, and one for the payment chain.</summary>
/// <remarks>
/// Names are <c>group/number</c>, counted from 1. Keys, addresses and enclave identities are functions of seed and name,
/// so that adding a group changes nobody else's. Each kind of party has an assembly of its own; this one has the order.
/// </remarks>
public static class WorldAssembly
{
    public static World Build(Scenario scenario, WorldEnvironment environment, IObservationSink sink)
    {
        WorldSite site = SiteOf(scenario, environment);
        AddParties(site);
        return new World(site.Builder.Build(NetworkMessages.Catalogue(), sink), site.Until);
    }

    /// <summary>Long enough for the last request to end and the last authorisation to be settled or to expire.</summary>
    public static SimDuration DrainTime(Scenario scenario)
    {
        SimDuration patience = scenario.Users.Max(group => group.Patience);
        SimDuration batch = scenario.Evidence?.Batch.Idle + SimDuration.FromSeconds(60) ?? SimDuration.Zero;
        SimDuration billing = scenario.Payment.Mode == PaymentMode.PostPaid
            ? scenario.Payment.Invoice + scenario.Payment.Due
            : SimDuration.Zero;
        SimDuration settling = SimDuration.Max(scenario.Payment.Timeout, SimDuration.Max(batch, billing));
        return patience + settling + SimDuration.FromSeconds(60) + WithdrawalTime(scenario);
    }

    // Payers take what a node does not give back: they ask it some times, wait for the contract's delay, and two blocks.
    private static SimDuration WithdrawalTime(Scenario scenario) =>
        scenario.Payment.Mode == PaymentMode.Channel && scenario.Faults.Any(fault => fault is Fault.Crash or Fault.Partition)
            ? SimDuration.FromSeconds((long)ChannelConfig.MinimumWithdrawDelaySeconds + 300)
            : SimDuration.Zero;

    private static WorldSite SiteOf(Scenario scenario, WorldEnvironment environment)
    {
        SimTime asksUntil = SimTime.Start + scenario.Duration;
        return new WorldSite
        {
            Scenario = scenario,
            Environment = environment,
            Builder = new WorldBuilder(new KernelSettings
            {
                Seed = scenario.Seed,
                Replication = environment.Replication,
                WorkerThreads = environment.Threads,
                Shards = environment.Shards,
                Trace = environment.Trace,
            }),
            Accounts = new Accounts(scenario),
            Vendor = SimulatedVendor.Default,
            Clock = new UnixClock(scenario.Chains.Payment.StartUnixSeconds),
            Bug = PlantedBugs.Parse(scenario.Plant),
            Faults = new FaultPlan(scenario.Faults),
            AsksUntil = asksUntil,
            Until = asksUntil + DrainTime(scenario),
        };
    }

    private static void AddParties(WorldSite site)
    {
        Scenario scenario = site.Scenario;
        InferenceChainAssembly? inferenceChain = scenario.Chains.Inference is { } settings
            ? new InferenceChainAssembly(settings, site)
            : null;
        site.Builder.SetLinks(Links.Of(scenario.Links));
        PaymentChainAssembly paymentChain = new(site);
        StorageAssembly storage = StorageAssembly.AddTo(site.Builder, scenario, site.Environment.Models);
        EvidenceAssembly? evidence = scenario.Evidence is { } settled
            ? new EvidenceAssembly(settled, site, inferenceChain!, storage.Nodes)
            : null;
        VerificationAssembly? verification = scenario.Verification is { } rules
            ? new VerificationAssembly(rules, site, inferenceChain!)
            : null;
        FacilitatorAssembly facilitators = new(site, paymentChain, evidence, verification);
        facilitators.Add();
        NodeAssembly nodes = new(site, facilitators.Known, storage, paymentChain.Actor);
        EnclaveAssembly? enclaves =
            inferenceChain is null ? null : new EnclaveAssembly(site, inferenceChain, nodes, verification);
        if (enclaves is null)
        {
            nodes.Add();
        }
        else
        {
            enclaves.Add();
        }

        verification?.Add();
        new UserAssembly(site, paymentChain, nodes.Known)
        {
            InferenceChain = inferenceChain,
            Enclaves = enclaves,
            Evidence = evidence,
            Verification = verification,
            Platform = scenario.Platform is { } provider ? new PlatformAssembly(site, provider) : null,
        }.Add();
        RewardsAssembly.Add(site, paymentChain);
        inferenceChain?.Finish();
        site.Faults.Apply(site.Builder);
    }
}
