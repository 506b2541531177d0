using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Ethereum;

public sealed class UInt256Tests
{
    private static readonly Arbitrary<UInt256> Numbers = (
        from a in ArbMap.Default.GeneratorFor<ulong>()
        from b in ArbMap.Default.GeneratorFor<ulong>()
        from c in ArbMap.Default.GeneratorFor<ulong>()
        from d in ArbMap.Default.GeneratorFor<ulong>()
        select new UInt256(new UInt128(a, b), new UInt128(c, d))).ToArbitrary();

    [Fact]
    public void A_number_reads_back_from_its_decimal_text_its_bytes_and_its_big_integer() =>
        Prop.ForAll(Numbers, number =>
        {
            byte[] bytes = new byte[UInt256.Length];
            number.WriteBigEndian(bytes);
            return UInt256.Parse(number.ToString()) == number
                && UInt256.Parse(Hex.Encode(bytes)) == number
                && UInt256.FromBigEndian(bytes) == number
                && (UInt256)(BigInteger)number == number;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sums_differences_and_order_are_those_of_whole_numbers() =>
        Prop.ForAll(Numbers, Numbers, (left, right) =>
        {
            BigInteger sum = (BigInteger)left + (BigInteger)right;
            bool fits = sum <= (BigInteger)UInt256.MaxValue;
            (UInt256 large, UInt256 small) = left >= right ? (left, right) : (right, left);
            return (fits ? (BigInteger)(left + right) == sum : Overflows(() => left + right))
                && (BigInteger)(large - small) == (BigInteger)large - (BigInteger)small
                && (large == small || Overflows(() => small - large))
                && left.CompareTo(right) == ((BigInteger)left).CompareTo((BigInteger)right);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("-1")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639936")]
    [InlineData("0x10000000000000000000000000000000000000000000000000000000000000000")]
    public void Texts_that_are_no_uint256_are_refused(string text) => Assert.False(UInt256.TryParse(text, out _));

    private static bool Overflows(Func<UInt256> work)
    {
        try
        {
            _ = work();
            return false;
        }
        catch (OverflowException)
        {
            return true;
        }
    }
}
