using System.Globalization;
using Simulator.Actors;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Registry;
using Simulator.Chain.Staking;
using Simulator.Checkers;
using Simulator.Checkers.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Benchmarks.Consensus;

/// <summary>A world of full nodes alone, judged by the consensus checkers while it runs.</summary>
public sealed class ConsensusWorld : IObservationSink, IDisposable
{
    private static readonly Address Admin = new([.. Enumerable.Repeat((byte)0xAD, Address.Length)]);
    private static readonly OpgAmount Stake = OpgAmount.FromWholeOpg(10_000);

    private readonly ConsensusWorldSettings settings;
    private readonly WorldBuilder builder;
    private readonly ValidatorSet validators;
    private readonly SignatureMemo signatures;
    private readonly InferenceGenesis genesis;
    private readonly List<ActorRef> nodes = [];
    private readonly List<int> coalition = [];
    private readonly Simulator.Kernel.Simulation simulation;

    public ConsensusWorld(ConsensusWorldSettings settings)
    {
        this.settings = settings;
        validators = new ValidatorSet(Enumerable.Range(1, settings.Validators).Select(NameOf).Select(name =>
            new Validator(name, KeyOf(name).PublicKey, 10_000, new Address(Keccak256.HashText(name).ToArray().AsSpan(0, 20)))));
        signatures = new SignatureMemo(validators, "10740", settings.SignsVotes);
        genesis = new InferenceGenesis
        {
            UnixTime = 0,
            Admin = Admin,
            Accounts = [.. validators.Members.Select(v => new GenesisAccount(v.Operator, Stake) { ApprovesStaking = true })],
            Stakes = [.. validators.Members.Select(v => (v.Operator, Stake))],
        };
        builder = new WorldBuilder(new KernelSettings
        {
            Seed = settings.Seed,
            Digest = settings.Digest,
            Shards = settings.Shards,
        });
        AddNodes();
        simulation = builder.Build(NetworkMessages.Catalogue(), this);
    }

    public Agreement Agreement { get; } = new();

    public CommitValidity Validity { get; } = new();

    public StateRoots StateRoots { get; } = new();

    public CommitRecord Commits { get; } = new();

    public IReadOnlyList<Checker> Checkers => [Agreement, Validity, StateRoots];

    /// <summary>What the three judges found.</summary>
    public long Violations => Agreement.ViolationCount + Validity.ViolationCount + StateRoots.ViolationCount;

    public int Quorum => (settings.Validators * 2 / 3) + 1;

    /// <summary>
    /// Three one-way delays and the stated checks: the proposal, the prevotes of a quorum but the own and the
    /// proposer's, and the precommits of a quorum but the own.
    /// </summary>
    public SimDuration ReferenceLatency =>
        (settings.Latency * 3) + settings.ProposalCheck + (settings.VoteCheck * Math.Max(0, (2 * Quorum) - 3));

    public RunOutcome Run() => simulation.Run(SimTime.Start + settings.Duration + SimDuration.FromSeconds(1));

    public void Receive(in Simulator.Kernel.ObservedFact fact)
    {
        Simulator.Records.ObservedFact said = new(fact.At, fact.Actor, fact.What);
        Agreement.Observe(said);
        Validity.Observe(said);
        StateRoots.Observe(said);
        Commits.Observe(said);
    }

    public void Dispose() => simulation.Dispose();

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"validators/{number}");

    private Ed25519Key KeyOf(string name) =>
        Ed25519Key.FromSeed(string.Create(CultureInfo.InvariantCulture, $"opgsim/{settings.Seed}/{name}/votes"));

    private void AddNodes()
    {
        Dictionary<string, ActorRef> byName = [];
        for (int number = 1; number <= settings.Validators; number++)
        {
            string name = NameOf(number);
            HostRef host = builder.AddHost(name);
            byName[name] = Add(host, name);
            foreach (Outage outage in settings.Outages.Where(outage => outage.Number == number))
            {
                builder.Crash(host, outage.From);
                builder.Restart(host, outage.Until, outage.State);
            }
        }

        nodes.AddRange(validators.Members.Select(member => byName[member.Name]));
        nodes.Add(Add(builder.AddHost("explorer"), "explorer"));
        coalition.AddRange(Enumerable.Range(settings.Validators - settings.Byzantine + 1, settings.Byzantine)
            .Select(number => validators.IndexOf(NameOf(number))).Order());
        builder.SetLinks(new UniformLinks(new LinkSettings
        {
            MinimumLatency = settings.Latency,
            AboveMinimum = settings.Jitter == SimDuration.Zero
                ? LatencyDistribution.None
                : new LatencyDistribution.Exponential(settings.Jitter),
        }));
        if (settings.Disturbances is { } disturbances)
        {
            builder.SetDisturbances(disturbances);
        }
    }

    private ActorRef Add(HostRef host, string name)
    {
        FullNodeDisk disk = new();
        return builder.AddActor(host, name, () => new FullNode(SettingsOf(name, disk)));
    }

    private FullNodeSettings SettingsOf(string name, FullNodeDisk disk)
    {
        int index = validators.IndexOf(name);
        return new FullNodeSettings
        {
            Chain = new InferenceChain(
                InferenceChain.OgEvmSettings, Admin, new StakingSettings(), new RememberedRecovery(), NitroPrecompile.Shared),
            Genesis = genesis,
            Timeouts = new ConsensusTimeouts(),
            Until = SimTime.Start + settings.Duration,
            Clock = new UnixClock(0),
            Names = new SortedDictionary<Address, string>(),
            RecoveryTime = SimDuration.FromMicroseconds(30),
            Validators = validators,
            Nodes = nodes,
            Self = index >= 0 ? index : nodes.Count - 1,
            Key = settings.SignsVotes && index >= 0 ? KeyOf(name) : null,
            SignsVotes = settings.SignsVotes,
            Signatures = signatures,
            VoteCheck = settings.VoteCheck,
            ProposalCheck = settings.ProposalCheck,
            GossipInterval = SimDuration.FromMilliseconds(500),
            AnnouncesBlocks = index < 0,
            Behaviour = coalition.Contains(index) ? settings.Behaviour : ByzantineBehaviour.None,
            Coalition = coalition,
            Disk = disk,
        };
    }
}
