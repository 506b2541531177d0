using FsCheck;
using FsCheck.Fluent;
using Simulator.Economics.Ledgers;
using Simulator.Primitives;

namespace Simulator.Economics.Tests;

public sealed class LedgerTests
{
    [Fact]
    public void Every_posting_has_two_sides_a_number_and_a_cause()
    {
        Ledger<int> ledger = new();

        Posting<int> mint = ledger.Mint(1, new OpgAmount(100), "genesis");
        Posting<int> move = ledger.Move(1, 2, new OpgAmount(30), "settlement");
        Posting<int> burn = ledger.Burn(2, new OpgAmount(5), "slash");

        Assert.Equal(new Posting<int>(1, null, 1, new OpgAmount(100), "genesis"), mint);
        Assert.Equal(new Posting<int>(2, 1, 2, new OpgAmount(30), "settlement"), move);
        Assert.Equal(new Posting<int>(3, 2, null, new OpgAmount(5), "slash"), burn);
        Assert.Equal(new OpgAmount(70), ledger.BalanceOf(1));
        Assert.Equal(new OpgAmount(25), ledger.BalanceOf(2));
    }

    [Fact]
    public void An_account_cannot_give_what_it_does_not_have()
    {
        Ledger<int> ledger = new();
        ledger.Mint(1, new OpgAmount(1), "genesis");

        Assert.Throws<InvariantViolatedException>(() => ledger.Move(1, 2, new OpgAmount(2), "settlement"));
    }

    [Fact]
    public void Reconciling_with_a_chain_that_disagrees_about_a_balance_ends_the_run()
    {
        Ledger<int> ledger = new();
        ledger.Mint(1, new OpgAmount(10), "genesis");

        Assert.Throws<InvariantViolatedException>(() => ledger.Reconcile(_ => new OpgAmount(9), new OpgAmount(10)));
    }

    [Fact]
    public void Reconciling_with_a_chain_that_disagrees_about_the_supply_ends_the_run()
    {
        Ledger<int> ledger = new();
        ledger.Mint(1, new OpgAmount(10), "genesis");

        Assert.Throws<InvariantViolatedException>(() => ledger.Reconcile(_ => new OpgAmount(10), new OpgAmount(11)));
    }

    [Fact]
    public void What_is_taken_back_newest_first_leaves_no_trace_and_frees_its_number()
    {
        Ledger<int> ledger = new();
        ledger.Mint(1, new OpgAmount(100), "genesis");
        Posting<int> mint = ledger.Mint(2, new OpgAmount(7), "bridge");
        Posting<int> move = ledger.Move(1, 2, new OpgAmount(30), "settlement");
        Posting<int> burn = ledger.Burn(2, new OpgAmount(5), "slash");

        ledger.TakeBack(burn);
        ledger.TakeBack(move);
        ledger.TakeBack(mint);

        ledger.Reconcile(account => new OpgAmount(account == 1 ? 100UL : 0), new OpgAmount(100));
        Assert.Equal((new OpgAmount(100), OpgAmount.Zero), (ledger.Minted, ledger.Burned));
        Assert.Equal(2, ledger.Move(1, 2, new OpgAmount(30), "settlement").Entry);
    }

    [Fact]
    public void A_posting_below_a_newer_one_cannot_be_taken_back()
    {
        Ledger<int> ledger = new();
        Posting<int> first = ledger.Mint(1, new OpgAmount(100), "genesis");
        ledger.Move(1, 2, new OpgAmount(30), "settlement");

        Assert.Throws<InvariantViolatedException>(() => ledger.TakeBack(first));
    }

    [Fact]
    public void Any_sequence_of_possible_postings_keeps_the_sum_of_balances_at_mints_minus_burns()
    {
        Prop.ForAll<(int From, int To, uint Amount)[]>(moves =>
        {
            Ledger<int> ledger = new();
            for (int account = 0; account < 5; account++)
            {
                ledger.Mint(account, new OpgAmount(1000), "genesis");
            }

            foreach ((int from, int to, uint amount) in moves)
            {
                int debit = Math.Abs(from % 5);
                OpgAmount possible = OpgAmount.Min(new OpgAmount(amount), ledger.BalanceOf(debit));
                ledger.Move(debit, Math.Abs(to % 5), possible, "test");
            }

            OpgAmount sum = OpgAmount.Zero;
            for (int account = 0; account < 5; account++)
            {
                sum += ledger.BalanceOf(account);
            }

            return sum == ledger.Minted - ledger.Burned;
        }).QuickCheckThrowOnFailure();
    }
}
