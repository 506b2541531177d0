using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Registry;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Tests.Registry;

/// <summary>What clients read: ABI-encoded views, at one height, under the selectors of protocol facts A.1.</summary>
public sealed class RegistryAnswerTests
{
    private readonly Enclaves enclaves = new();

    private Address Registry => enclaves.Registry.Address;

    [Fact]
    public void Selectors_are_the_published_ones() => Assert.Equal(
        [0x4b6014dau, 0x63b86b89u, 0x418b207du, 0xa3bf31f1u, 0x927d3c95u, 0x252dba42u],
        [
            GetActiveTeesCall.Function.Value,
            GetEnabledTeesCall.Function.Value,
            GetTeeCall.Function.Value,
            IsTeeActiveCall.Function.Value,
            IsTeeEnabledCall.Function.Value,
            AggregateCall.Function.Value,
        ]);

    [Fact]
    public void The_list_of_active_enclaves_carries_whole_records()
    {
        Hash32 first = enclaves.Register(0);
        Hash32 second = enclaves.Register(1);

        IReadOnlyList<RegistryEntry> entries = RegistryEntry.TryReadList(
            Read(new GetActiveTeesCall(Registry, Enclaves.LlmProxy))!)!;

        Assert.Equal([first, second], entries.Select(entry => entry.TeeId));
        Assert.All(entries, entry => Assert.Equal(
            (Enclaves.Operator, Enclaves.Operator, "https://10.0.0.1", Enclaves.Image.Hash(), Enclaves.LlmProxy, true),
            (entry.Owner, entry.PaymentAddress, entry.Endpoint, entry.PcrHash, entry.TeeType, entry.Enabled)));
        Assert.Equal(enclaves.Registration(0).TlsCertificate, entries[0].TlsCertificate);
        Assert.Equal((ulong)enclaves.Now, entries[1].RegisteredAt);
        Assert.Empty(RegistryEntry.TryReadList(Read(new GetActiveTeesCall(Registry, 1))!)!);
    }

    [Fact]
    public void One_record_reads_back_and_an_unknown_one_reverts_by_name()
    {
        Hash32 id = enclaves.Register(0);

        Assert.Equal(id, RegistryEntry.TryRead(Read(new GetTeeCall(Registry, id))!)!.TeeId);
        Assert.Null(Read(new GetTeeCall(Registry, Hash32.Zero)));
        Assert.Equal(
            "TEENotFound()",
            enclaves.World.Chain.Simulate(Enclaves.Stranger, new GetTeeCall(Registry, Hash32.Zero))!.ToString());
    }

    [Fact]
    public void Active_ends_with_the_heartbeat_and_enabled_does_not()
    {
        Hash32 id = enclaves.Register(0);

        enclaves.Wait(1800);
        Assert.True(IsTrue(new IsTeeActiveCall(Registry, id)));
        enclaves.Wait(1);
        Assert.False(IsTrue(new IsTeeActiveCall(Registry, id)));
        Assert.True(IsTrue(new IsTeeEnabledCall(Registry, id)));
        Assert.Equal(
            new AbiWriter().List([new AbiWriter().Word(id)]).ToArray(),
            Read(new GetEnabledTeesCall(Registry, Enclaves.LlmProxy)));
    }

    [Fact]
    public void Several_answers_come_with_the_height_they_were_read_at()
    {
        Hash32 id = enclaves.Register(0);
        AggregateCall both = new(
            Deployments.Multicall3,
            [
                (Registry, new IsTeeActiveCall(Registry, id).Encode()),
                (Registry, new IsTeeEnabledCall(Registry, Hash32.Zero).Encode()),
            ]);

        (ulong height, IReadOnlyList<byte[]> answers) = AggregateCall.TryReadAnswer(Read(both)!)!.Value;

        Assert.Equal(enclaves.World.Chain.Head.Height, height);
        Assert.Equal([true, false], answers.Select(answer => new AbiReader(answer).Boolean()));
    }

    [Fact]
    public void An_aggregate_reverts_with_its_first_failing_call()
    {
        AggregateCall failing = new(
            Deployments.Multicall3, [(Registry, new GetTeeCall(Registry, Hash32.Zero).Encode())]);

        Assert.Null(Read(failing));
        Assert.Equal(
            "Error(\"Multicall3: call failed\")", enclaves.World.Chain.Simulate(Enclaves.Stranger, failing)!.ToString());
    }

    [Fact]
    public void Answers_that_were_cut_off_are_none()
    {
        enclaves.Register(0);
        byte[] list = Read(new GetActiveTeesCall(Registry, Enclaves.LlmProxy))!;
        byte[] aggregate = Read(new AggregateCall(
            Deployments.Multicall3, [(Registry, new GetActiveTeesCall(Registry, 0).Encode())]))!;

        Assert.All(
            Enumerable.Range(0, list.Length / 32),
            words => Assert.Null(RegistryEntry.TryReadList(list.AsSpan(0, 32 * words))));
        Assert.Null(AggregateCall.TryReadAnswer(aggregate.AsSpan(0, 96)));
    }

    [Fact]
    public void A_registry_that_ignores_revocations_says_so_and_does_nothing()
    {
        InferenceChain flawed = new(
            InferenceChain.OgEvmSettings with { Flaws = ContractFlaws.RevocationIgnored },
            Enclaves.Admin,
            new StakingSettings(),
            Secp256k1Recovery.Shared,
            NitroPrecompile.Shared);
        flawed.Start(new InferenceGenesis
        {
            UnixTime = Enclaves.Genesis,
            Accounts = [],
            Admin = Enclaves.Admin,
            Builds = [new ApprovedBuild(Enclaves.Image, "1.0", 0)],
        });

        Revert? revert = flawed.Chain.Machine.Call(
            new CallContext(Enclaves.Admin, new BlockContext(1, Enclaves.Genesis)),
            new RevokePcrCall(flawed.Registry.Address, Enclaves.Image.Hash(), 0));

        Assert.Null(revert);
        Assert.True(flawed.Registry.IsPcrApproved(0, Enclaves.Image.Hash()));
    }

    private byte[]? Read(ContractCall view) => enclaves.World.Chain.Answer(view.Target, view.Encode());

    private bool IsTrue(ContractCall view) => new AbiReader(Read(view)!).Boolean();
}
