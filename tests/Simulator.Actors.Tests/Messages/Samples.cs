using System.Reflection;
using Simulator.Actors.FullNodes;
using Simulator.Chain.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;

namespace Simulator.Actors.Tests.Messages;

/// <summary>Instances of any message type, made from its constructor: one poor in content, one rich.</summary>
internal static class Samples
{
    /// <summary>Every message type of the network and of the kernel.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. NetworkMessages.Catalogue().All.Select(entry => entry.Type)];

    /// <summary>Zeros, empties and full values, with what may be absent absent and present in all combinations.</summary>
    public static IEnumerable<Message> Of(Type type) =>
        Enumerable.Range(0, 8).Select(variant => Make(type, variant)).OfType<Message>();

    private static Message? Make(Type type, int variant)
    {
        // A message without content has one instance for everybody.
        if (type.GetConstructors().Length == 0)
        {
            return (Message)type.GetField("Instance")!.GetValue(null)!;
        }

        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        ParameterInfo[] parameters = constructor.GetParameters();
        NullabilityInfoContext nullability = new();
        int optional = 0;
        object?[] values = new object?[parameters.Length];
        for (int index = 0; index < parameters.Length; index++)
        {
            bool mayBeAbsent = nullability.Create(parameters[index]).WriteState == NullabilityState.Nullable;
            bool present = !mayBeAbsent || ((variant >> 1) & (1 << (optional++ % 2))) != 0;
            values[index] = present ? Value(parameters[index].ParameterType, variant % 2 == 1, index) : null;
        }

        // A finished piece of work is answered or refused, never both and never neither.
        bool isChoice = parameters.Length > 1
            && parameters.All(parameter => typeof(Message).IsAssignableFrom(parameter.ParameterType));
        return isChoice && values.Count(value => value is not null) != 1 ? null : (Message)constructor.Invoke(values);
    }

    private static object Value(Type type, bool rich, int index)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => rich ? "ümlaut, \"quoted\"\n" + index : "",
            _ when type == typeof(byte[]) => rich ? [0, 255, (byte)index] : Array.Empty<byte>(),
            _ when type == typeof(int) => rich ? int.MaxValue - 1 : 0,
            _ when type == typeof(ushort) => rich ? ushort.MaxValue : (ushort)0,
            _ when type == typeof(ulong) => rich ? ulong.MaxValue : 0UL,
            _ when type == typeof(long) => rich ? long.MinValue : 0L,
            _ when type == typeof(bool) => rich,
            _ when type == typeof(SimDuration) => new SimDuration(rich ? long.MaxValue : 0),
            _ when type == typeof(OpgAmount) => new OpgAmount(rich ? UInt128.MaxValue : UInt128.Zero),
            _ when type == typeof(UInt256) => rich ? UInt256.MaxValue : UInt256.Zero,
            _ when type == typeof(Hash32) => rich ? Keccak256.Hash([(byte)index]) : Hash32.Zero,
            _ when type == typeof(Address) => rich ? Deployments.OpgToken : Address.Zero,
            _ when type == typeof(ActorRef) => rich ? new ActorRef(int.MaxValue - 1) : ActorRef.World,
            _ when type == typeof(TokenUsage) => rich ? new TokenUsage(int.MaxValue - 1, 1) : default(TokenUsage),
            _ when type == typeof(Vote) => VoteOf(rich, index),
            _ when type == typeof(Proposal) => ProposalOf(rich),
            _ when type == typeof(ProposedBlock) => BlockOf(rich),
            _ when type == typeof(ConsensusStatus) => StatusOf(rich),
            _ when type == typeof(IReadOnlyList<CertifiedBlock>) => BlocksOf(rich),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(rich ? Enum.GetValues(type).Length - 1 : 0)!,
            _ when typeof(Message).IsAssignableFrom(type) => Make(type, rich ? 7 : 0)!,
            _ => throw new NotSupportedException($"no sample for {type}: a new field type needs one here"),
        };
    }

    private static Vote VoteOf(bool rich, int block) => new(
        rich ? VoteType.Precommit : VoteType.Prevote,
        Height: rich ? long.MaxValue : 1,
        Round: rich ? int.MaxValue : 0,
        rich ? Keccak256.Hash([(byte)block]) : Hash32.Zero,
        UnixNanoseconds: rich ? long.MaxValue : 0,
        Validator: rich ? 999 : 0)
    {
        Signature = rich ? [.. Enumerable.Range(0, Ed25519Key.SignatureLength).Select(octet => (byte)octet)] : [],
    };

    private static Proposal ProposalOf(bool rich) => new(
        Height: 1,
        Round: rich ? 1 : 0,
        rich ? 0 : Proposal.NoPolRound,
        BlockOf(rich).Hash,
        UnixNanoseconds: 7,
        Proposer: 2)
    {
        Signature = VoteOf(rich, 0).Signature,
        Justification = rich ? [VoteOf(true, 1), VoteOf(true, 2)] : [],
    };

    private static ProposedBlock BlockOf(bool rich) => new()
    {
        Height = rich ? long.MaxValue : 1,
        Parent = rich ? Keccak256.Hash([1]) : Hash32.Zero,
        ParentState = rich ? Keccak256.Hash([2]) : Hash32.Zero,
        UnixTime = rich ? long.MaxValue : 0,
        Maker = rich ? 999 : 0,
        MadeInRound = rich ? int.MaxValue : 0,
        Evidence = rich ? [DuplicateVote.Of(VoteOf(true, 1), VoteOf(true, 2))] : [],
    };

    private static ConsensusStatus StatusOf(bool rich) => rich
        ? new ConsensusStatus(long.MaxValue, int.MaxValue, [ulong.MaxValue, 1], [0, ulong.MaxValue], long.MaxValue)
        : new ConsensusStatus(0, 0, [], [], 0);

    private static CertifiedBlock[] BlocksOf(bool rich) => rich
        ? [new CertifiedBlock(BlockOf(true), new CommitCertificate(1, 0, BlockOf(true).Hash, [VoteOf(true, 3)]))]
        : [];
}
