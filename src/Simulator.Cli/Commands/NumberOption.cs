using System.CommandLine;
using System.Globalization;

namespace Simulator.Cli.Commands;

/// <summary>Options that take a whole number of a range.</summary>
internal static class NumberOption
{
    public static Option<int?> Of(string name, int low, int high, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = argument =>
        {
            bool isNumber = int.TryParse(
                argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            if (isNumber && number >= low && number <= high)
            {
                return number;
            }

            string range = string.Create(CultureInfo.InvariantCulture, $"{low} to {high}");
            argument.AddError($"{name} takes a number from {range}");
            return null;
        },
    };
}
