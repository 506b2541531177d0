using Simulator.Chain.Consensus;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Consensus;

/// <summary>Validators on an abstract network: bad until it heals, then every message arrives within a bound.</summary>
public sealed class AbstractNetwork
{
    public static readonly SimDuration Bound = SimDuration.FromMilliseconds(200);

    private static readonly DrawPurpose DelayDraw = new("test.delay");
    private static readonly DrawPurpose LossDraw = new("test.loss");
    private static readonly SimDuration WorstDelay = SimDuration.FromSeconds(3);
    private static readonly SimDuration GossipInterval = SimDuration.FromMilliseconds(300);

    private readonly SortedDictionary<(long Time, ulong Number), Action> events = [];
    private readonly KeyedRandom random;
    private readonly SimTime healsAt;
    private readonly Ratio loss;
    private ulong number;

    public AbstractNetwork(ulong seed, IReadOnlyList<(long Power, Behaviour Behaviour)> members, SimTime healsAt, Ratio loss)
    {
        random = new KeyedRandom(seed, 0, "network");
        this.healsAt = healsAt;
        this.loss = loss;
        Validators = new ValidatorSet(members.Select((member, i) =>
            new Validator($"{i}/{member.Behaviour}", Ed25519Key.FromSeed($"{i}").PublicKey, member.Power, Address.Zero)));
        Nodes = [.. Validators.Members.Select((validator, i) => new AbstractNode(
            this, i, Enum.Parse<Behaviour>(validator.Name.Split('/')[1])))];
    }

    public ValidatorSet Validators { get; }

    public IReadOnlyList<AbstractNode> Nodes { get; }

    public IEnumerable<AbstractNode> Correct => Nodes.Where(node => node.Behaviour == Behaviour.Correct);

    public SimTime Now { get; private set; }

    public Dictionary<Hash32, AbstractBlock> Blocks { get; } = [];

    public long Sent { get; private set; }

    /// <summary>Runs until every correct validator has decided a height, or the time is over.</summary>
    public bool RunUntilDecided(long height, SimTime deadline) =>
        RunUntil(() => Correct.All(node => node.Decided.Count >= height), deadline);

    /// <summary>Runs until something holds, or the time is over.</summary>
    public bool RunUntil(Func<bool> holds, SimTime deadline)
    {
        if (Now == SimTime.Start)
        {
            foreach (AbstractNode node in Nodes)
            {
                At(SimDuration.Zero, node.Start);
                Gossip(node);
            }
        }

        while (!holds())
        {
            ((long Time, ulong Number) key, Action what) = events.First();
            if (key.Time > deadline.NanosecondsSinceStart)
            {
                return false;
            }

            events.Remove(key);
            Now = new SimTime(key.Time);
            what();
        }

        return true;
    }

    public void At(SimDuration after, Action what) =>
        events.Add((Now.NanosecondsSinceStart + after.Nanoseconds, number++), what);

    public void Send(int to, Action<AbstractNode> what)
    {
        Sent++;
        bool healed = Now >= healsAt;
        ulong subject = number;
        if (!healed && random.Draw(LossDraw, subject).Chance(loss))
        {
            return;
        }

        SimDuration worst = healed ? Bound : WorstDelay;
        At(random.Draw(DelayDraw, subject).Uniform(SimDuration.FromMilliseconds(1), worst), () => what(Nodes[to]));
    }

    /// <summary>No two correct validators decided different blocks at one height.</summary>
    public bool Agrees() => Correct.SelectMany(node => node.Decided.Select((block, i) => (Height: i, block)))
        .GroupBy(decision => decision.Height)
        .All(decisions => decisions.Select(decision => decision.block).Distinct().Count() == 1);

    private void Gossip(AbstractNode node) => At(GossipInterval, () =>
    {
        node.Gossip();
        Gossip(node);
    });
}

/// <summary>A block of the abstract network.</summary>
/// <param name="Parent">The block before it.</param>
/// <param name="IsSound">Whether it could be executed.</param>
public sealed record AbstractBlock(Hash32 Parent, bool IsSound);
