using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Staking;

/// <summary>Stake of node operators: bonded, on its way back, slashed, burned.</summary>
/// <remarks>
/// Own design. A slash takes the offence's share of the bonded stake and of every unbonding entry that was still bonded
/// when the offence was committed, rounded up; the reporter gets its share of that, rounded down, and the rest is
/// burned.
/// Each piece of evidence counts once per operator and only while unbonding stake could still be liable, so it is
/// forgotten after that time. What the contract holds is always bonded + unbonding.
/// </remarks>
public sealed class StakingContract : Contract
{
    public static readonly Address DefaultAddress = Address.Parse("0x00000000000000000000000000000000000057a4");

    /// <summary>May report offences.</summary>
    public static readonly Hash32 Slasher = Roles.Named("SLASHER");

    /// <summary>May mint rewards.</summary>
    public static readonly Hash32 Rewarder = Roles.Named("REWARDER");

    private static readonly CallCatalogue Calls = new CallCatalogue()
        .With(StakeCall.Function, StakeCall.Read)
        .With(RequestUnstakeCall.Function, RequestUnstakeCall.Read)
        .With(ReleaseCall.Function, ReleaseCall.Read)
        .With(SlashCall.Function, SlashCall.Read)
        .With(UnjailCall.Function, UnjailCall.Read)
        .With(RewardCall.Function, RewardCall.Read);

    private readonly OpgToken token;
    private readonly ContractFlaws flaws;
    private readonly StateTable<Address, StakeAccount> accounts;
    private readonly StateCell<StakeTotals> totals;
    private readonly EvidenceBook evidence;

    /// <summary>The deployer becomes admin, slasher and rewarder.</summary>
    public StakingContract(
        ContractMachine machine,
        Address deployer,
        OpgToken token,
        StakingSettings settings,
        ContractFlaws flaws = ContractFlaws.None)
        : base(machine, DefaultAddress)
    {
        this.token = token;
        this.flaws = flaws;
        Settings = settings;
        Roles = new Roles(machine.State, Address, 0, Emit);
        accounts = machine.State.Table<Address, StakeAccount>(
            Address, 1, static (w, holder) => w.Address(holder), static (w, account) => account.Write(w));
        totals = machine.State.Cell<StakeTotals>(Address, 2, static (w, sums) => sums.Write(w));
        evidence = new EvidenceBook(machine.State, Address, 3);
        Roles.Grant(Roles.Admin, deployer);
        Roles.Grant(Slasher, deployer);
        Roles.Grant(Rewarder, deployer);
    }

    public StakingSettings Settings { get; }

    public Roles Roles { get; }

    /// <summary>Sums over all operators and all time.</summary>
    public StakeTotals Totals => totals.Value;

    public StakeAccount Account(Address holder) => accounts[holder] ?? StakeAccount.Empty;

    /// <summary>Enough stake, and not jailed.</summary>
    public bool IsActive(Address holder) =>
        !Account(holder).IsJailed && Account(holder).Bonded >= Settings.MinimumStake;

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? Roles.Calls.Decode(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        (bool handled, Revert? revert) = Roles.Execute(context, call);
        if (handled)
        {
            return revert;
        }

        return call switch
        {
            StakeCall c => Stake(context, c.Amount),
            RequestUnstakeCall c => RequestUnstake(context, c.Amount),
            ReleaseCall => Release(context),
            UnjailCall => Unjail(context),
            SlashCall c =>
                Roles.Check(Slasher, context.Sender) ?? CheckEvidence(context.Block, c) ?? Slash(context.Block, c),
            RewardCall c => Roles.Check(Rewarder, context.Sender) ?? Reward(c),
            _ => SolidityErrors.Bare(),
        };
    }

    /// <summary>Duty of every block: forgets evidence that could not be used again anyway.</summary>
    internal override void BeginBlock(in BlockContext block) => evidence.Prune(block.UnixTime);

    private Revert? Stake(in CallContext context, UInt256 amount)
    {
        if (amount.IsZero)
        {
            return new Revert(StakingErrors.ZeroAmount);
        }

        CallContext inner = context.From(Address).For(TransferCause.Stake);
        if (token.TransferFrom(inner, context.Sender, Address, amount) is { } refused)
        {
            return refused;
        }

        UInt128 vanished = flaws.HasFlag(ContractFlaws.StakeVanishes) ? UInt128.One : UInt128.Zero;
        OpgAmount added = new(amount.Low - vanished);
        StakeAccount account = Account(context.Sender);
        Store(context.Sender, account with { Bonded = account.Bonded + added });
        totals.Value = Totals with { Bonded = Totals.Bonded + added };
        Emit(new Staked(context.Sender, added, account.Bonded + added));
        return null;
    }

    private Revert? RequestUnstake(in CallContext context, UInt256 amount)
    {
        StakeAccount account = Account(context.Sender);
        if (amount.IsZero)
        {
            return new Revert(StakingErrors.ZeroAmount);
        }

        if (!amount.TryToAmount(out OpgAmount taken) || taken > account.Bonded)
        {
            return new Revert(
                StakingErrors.InsufficientStake, context.Sender.ToWord(), account.Bonded.ToWord(), amount);
        }

        if (account.Unbonding.Count == Settings.MaxUnbondingEntries)
        {
            return new Revert(StakingErrors.TooManyUnbondingEntries);
        }

        ulong now = context.Block.UnixTime;
        UnbondingEntry entry = new(taken, now, now + Settings.UnbondingSeconds);
        Store(
            context.Sender,
            account with { Bonded = account.Bonded - taken, Unbonding = [.. account.Unbonding, entry] });
        totals.Value = Totals with { Bonded = Totals.Bonded - taken, Unbonding = Totals.Unbonding + taken };
        Emit(new UnstakeRequested(context.Sender, taken, entry.ReleaseAt));
        return null;
    }

    private Revert? Release(in CallContext context)
    {
        StakeAccount account = Account(context.Sender);
        ulong now = context.Block.UnixTime;
        StakeAccount remaining = account with
        {
            Unbonding = [.. account.Unbonding.Where(entry => entry.ReleaseAt > now)],
        };
        if (remaining.Unbonding.Count == account.Unbonding.Count)
        {
            return new Revert(StakingErrors.NothingToRelease);
        }

        OpgAmount due = account.UnbondingTotal - remaining.UnbondingTotal;
        Store(context.Sender, remaining);
        totals.Value = Totals with { Unbonding = Totals.Unbonding - due };
        Emit(new Released(context.Sender, due));
        return token.Transfer(context.From(Address).For(TransferCause.Unstake), context.Sender, due.ToWord());
    }

    private Revert? CheckEvidence(in BlockContext block, SlashCall call)
    {
        if (call.Offence is 0 or > (byte)Offence.WrongAnswer)
        {
            return new Revert(StakingErrors.UnknownOffence, (UInt256)call.Offence);
        }

        if (call.CommittedAt > (UInt256)block.UnixTime)
        {
            return new Revert(StakingErrors.EvidenceInFuture, call.CommittedAt);
        }

        if ((UInt256)block.UnixTime - call.CommittedAt > (UInt256)Settings.UnbondingSeconds)
        {
            return new Revert(StakingErrors.EvidenceTooOld, call.CommittedAt);
        }

        if (evidence.IsUsed(call.Operator, call.Evidence))
        {
            return new Revert(StakingErrors.EvidenceAlreadyUsed, call.Evidence.ToWord());
        }

        return call.Reporter.IsZero ? new Revert(StakingErrors.InvalidReporter) : null;
    }

    private Revert? Slash(in BlockContext block, SlashCall call)
    {
        StakeAccount before = Account(call.Operator);
        Ratio share = Settings.SlashOf((Offence)call.Offence);
        ulong committedAt = (ulong)call.CommittedAt.Low;
        IEnumerable<UnbondingEntry> punished = before.Unbonding.Select(entry => Punish(entry, share, committedAt));
        StakeAccount after = before with
        {
            Bonded = Remaining(before.Bonded, share),
            JailedUntil = block.UnixTime + Settings.JailSeconds,
            Unbonding = [.. punished.Where(entry => !entry.Amount.IsZero)],
        };
        OpgAmount fromBonded = before.Bonded - after.Bonded;
        OpgAmount fromUnbonding = before.UnbondingTotal - after.UnbondingTotal;
        OpgAmount lost = fromBonded + fromUnbonding;
        if (lost.IsZero)
        {
            return new Revert(StakingErrors.NothingToSlash, call.Operator.ToWord());
        }

        evidence.Use(call.Operator, call.Evidence, committedAt + Settings.UnbondingSeconds);
        Store(call.Operator, after);
        OpgAmount reward = lost.ShareRoundingDown(Settings.ReporterReward);
        totals.Value = Totals with
        {
            Bonded = Totals.Bonded - fromBonded,
            Unbonding = Totals.Unbonding - fromUnbonding,
            Slashed = Totals.Slashed + lost,
            Burned = Totals.Burned + (lost - reward),
        };
        return PayOut(block, call, lost, reward, after.JailedUntil);
    }

    private Revert? PayOut(in BlockContext block, SlashCall call, OpgAmount lost, OpgAmount reward, ulong jailedUntil)
    {
        token.Burn(Address, lost - reward, TransferCause.SlashBurn);
        Emit(new Slashed(call.Operator, (Offence)call.Offence, call.Evidence, lost, lost - reward, reward));
        Emit(new Jailed(call.Operator, jailedUntil));
        CallContext inner = new(Address, block, TransferCause.SlashReward);
        return reward.IsZero ? null : token.Transfer(inner, call.Reporter, reward.ToWord());
    }

    private Revert? Unjail(in CallContext context)
    {
        StakeAccount account = Account(context.Sender);
        if (!account.IsJailed)
        {
            return new Revert(StakingErrors.NotJailed);
        }

        if (context.Block.UnixTime < account.JailedUntil)
        {
            return new Revert(StakingErrors.StillJailed, account.JailedUntil);
        }

        if (account.Bonded < Settings.MinimumStake)
        {
            return new Revert(
                StakingErrors.StakeBelowMinimum, account.Bonded.ToWord(), Settings.MinimumStake.ToWord());
        }

        Store(context.Sender, account with { JailedUntil = 0 });
        Emit(new Unjailed(context.Sender));
        return null;
    }

    private Revert? Reward(RewardCall call)
    {
        if (call.Amount.IsZero)
        {
            return new Revert(StakingErrors.ZeroAmount);
        }

        if (token.TryMint(call.Operator, call.Amount, TransferCause.Emission) is { } refused)
        {
            return refused;
        }

        Emit(new Rewarded(call.Operator, new OpgAmount(call.Amount.Low)));
        return null;
    }

    // Rounded against the offender: no offence is too small to cost something.
    private static OpgAmount Remaining(OpgAmount stake, Ratio share) =>
        stake - stake.MultiplyDivideRoundingUp((UInt128)share.Numerator, (UInt128)share.Denominator);

    private static UnbondingEntry Punish(UnbondingEntry entry, Ratio share, ulong committedAt) =>
        entry.RequestedAt >= committedAt ? entry with { Amount = Remaining(entry.Amount, share) } : entry;

    private void Store(Address holder, StakeAccount account) => accounts[holder] = account.IsEmpty ? null : account;
}
