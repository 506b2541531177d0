using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>What nodes and verifiers answer with: bonds, held by the contract, and what is taken from them.</summary>
/// <remarks>A bond that its party has asked back is liable until it is paid, and counts for nothing else.</remarks>
internal sealed class BondBook(
    WorldState state,
    Address holder,
    (byte Bonds, byte Exits) tables,
    OpgToken token,
    Action<ContractEvent> emit,
    ContractFlaws flaws)
{
    private readonly StateTable<Address, OpgAmount> bonds = state.Table<Address, OpgAmount>(
        holder, tables.Bonds, static (w, party) => w.Address(party), static (w, amount) => w.UInt128(amount.BaseUnits));

    private readonly StateTable<Address, BondExit> exits =
        state.Table<Address, BondExit>(holder, tables.Exits, static (w, party) => w.Address(party), BondExit.Write);

    private readonly StateSchedule<Address> due = state.Schedule<Address>();

    public OpgAmount Of(Address party) => bonds[party];

    /// <summary>What is on its way back to a party.</summary>
    public OpgAmount LeavingOf(Address party) => exits[party].Amount;

    public Revert? Take(in CallContext context, UInt256 amount)
    {
        if (amount.IsZero)
        {
            return new Revert(VerificationErrors.ZeroAmount);
        }

        CallContext inner = context.From(holder).For(TransferCause.Bond);
        if (token.TransferFrom(inner, context.Sender, holder, amount) is { } refused)
        {
            return refused;
        }

        OpgAmount added = new(amount.Low);
        bonds[context.Sender] += added;
        emit(new Bonded(context.Sender, added, bonds[context.Sender]));
        return null;
    }

    /// <summary>Takes the whole bond of the caller out of use.</summary>
    public Revert? RequestUnbond(in CallContext context, ulong seconds)
    {
        Address party = context.Sender;
        if (exits[party] is { Due: > 0 } pending)
        {
            return new Revert(VerificationErrors.UnbondingPending, party.ToWord(), pending.Due);
        }

        OpgAmount amount = bonds[party];
        if (amount.IsZero)
        {
            return new Revert(VerificationErrors.ZeroAmount);
        }

        BondExit exit = new(amount, context.Block.UnixTime + seconds);
        bonds[party] = OpgAmount.Zero;
        exits[party] = exit;
        due.Add(flaws.HasFlag(ContractFlaws.BondReturnedEarly) ? context.Block.UnixTime : exit.Due, party);
        emit(new UnbondRequested(party, amount, exit.Due));
        return null;
    }

    /// <summary>Duty of every block: pays back what is due.</summary>
    public void PayDue(in BlockContext block)
    {
        while (due.TryTakeBefore(block.UnixTime, out Address party))
        {
            OpgAmount left = exits[party].Amount;
            exits[party] = default;
            if (left.IsZero)
            {
                continue;
            }

            CallContext context = new(holder, block, TransferCause.BondReturn);
            Revert? refused = token.Transfer(context, party, left.ToWord());
            Invariant.That(refused is null);
            emit(new BondPaidBack(party, left));
        }
    }

    /// <summary>Takes a penalty, or what is left of the bond: a share to the other side, the rest burned.</summary>
    public void Slash(in BlockContext block, BondSlash slash)
    {
        BondExit exit = exits[slash.Party];
        OpgAmount lost = OpgAmount.Min(slash.Penalty, bonds[slash.Party] + exit.Amount);
        if (lost.IsZero)
        {
            return;
        }

        OpgAmount reward = slash.Beneficiary is null ? OpgAmount.Zero : lost.ShareRoundingDown(slash.Share);
        OpgAmount burned = lost - reward;
        OpgAmount bonded = OpgAmount.Min(lost, bonds[slash.Party]);
        bonds[slash.Party] -= bonded;
        if (lost > bonded)
        {
            exits[slash.Party] = exit with { Amount = exit.Amount - (lost - bonded) };
        }

        token.Burn(holder, burned, TransferCause.BondBurn);
        if (flaws.HasFlag(ContractFlaws.SlashBurnedTwice))
        {
            token.Burn(holder, burned, TransferCause.BondBurn);
        }

        emit(new BondSlashed(slash.Party, slash.Answer, slash.Offence, lost, burned, reward));
        if (slash.Beneficiary is { } beneficiary && !reward.IsZero)
        {
            Revert? refused = token.Transfer(
                new CallContext(holder, block, TransferCause.BondReward), beneficiary, reward.ToWord());
            Invariant.That(refused is null);
        }
    }
}

/// <summary>One penalty.</summary>
/// <param name="Party">Who loses.</param>
/// <param name="Answer">For what.</param>
/// <param name="Offence">Why.</param>
/// <param name="Penalty">The most it loses.</param>
/// <param name="Beneficiary">Who gets a share; null when all is burned.</param>
/// <param name="Share">Of what is lost.</param>
internal readonly record struct BondSlash(
    Address Party, Hash32 Answer, BondOffence Offence, OpgAmount Penalty, Address? Beneficiary, Ratio Share);
