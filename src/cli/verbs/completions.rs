//! `completions` (补全): a script for a shell, which asks the store for cases, units, deputies,
//! categories and rule sets as it goes, through the hidden `complete`.

use clap::{Args as ClapArgs, ValueEnum};
use clap_complete::Shell;

use crate::both;
use crate::cli::desk::Desk;
use crate::cli::language;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("输出命令行补全脚本: bash、zsh、fish、powershell", "Print a completion script: bash, zsh, fish, powershell"),
    after_help = both!(
        "例: jianyi 补全 bash -o .local/share/bash-completion/completions/jianyi\n    jianyi 补全 zsh -o .zfunc/_jianyi    目录要在 fpath 里\n    jianyi 补全 fish -o .config/fish/completions/jianyi.fish\n    jianyi 补全 powershell    加到 $PROFILE 里\n都在用户目录下执行;编号、单位、代表、类别从档案里补,打拼音或声母也行(fish 只认开头的汉字)。",
        "Example: jianyi completions bash -o .local/share/bash-completion/completions/jianyi\n         jianyi completions zsh -o .zfunc/_jianyi    the folder must be in fpath\n         jianyi completions fish -o .config/fish/completions/jianyi.fish\n         jianyi completions powershell    add it to $PROFILE\nIn your home folder. Cases, units, deputies and categories come from the store, by pinyin too (fish takes their first\ncharacters only)."
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_enum, value_name = both!("外壳", "SHELL"), help = both!("哪种外壳", "Which shell"))]
    shell: ShellArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShellArg {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let (shell, asks) = match args.shell {
        ShellArg::Bash => (Shell::Bash, BASH),
        ShellArg::Zsh => (Shell::Zsh, ZSH),
        ShellArg::Fish => (Shell::Fish, FISH),
        ShellArg::Powershell => (Shell::PowerShell, ""),
    };
    let mut bytes = Vec::new();
    clap_complete::generate(
        shell,
        &mut language::whole(desk.lang()),
        "jianyi",
        &mut bytes,
    );
    let words = String::from_utf8(bytes)?;
    // What the program cannot know beforehand is asked of it first; then come its own words.
    let script = match args.shell {
        ShellArg::Bash | ShellArg::Zsh => {
            let words = words.replace("_jianyi() {", "_jianyi_words() {");
            match words.rsplit_once("\n}\n") {
                Some((functions, end)) => format!("{functions}\n}}\n{asks}{end}"),
                None => words,
            }
        }
        // The value of an option is asked for with the option.
        ShellArg::Fish => words.replace(" -r\n", FISH_VALUE) + asks,
        ShellArg::Powershell => {
            words.replacen(POWERSHELL_AT, &[POWERSHELL_AT, POWERSHELL].concat(), 1)
        }
    };
    desk.hand_out_into_folder(script.as_bytes())
}

const BASH: &str = r#"
_jianyi() {
    local found typed=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
    found=$(jianyi complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)
    case $found in
    '')
        unset IFS
        _jianyi_words "$@"
        ;;
    :files)
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        ;;
    *)
        # What stands before a colon is a word of its own here.
        typed=${typed##* }
        if [[ $typed == *:* && $COMP_WORDBREAKS == *:* ]]; then
            found=${found//"${typed%:*}:"/}
        fi
        COMPREPLY=($found)
        ;;
    esac
}
"#;

const ZSH: &str = r#"
_jianyi() {
    local -a found values shown
    local line
    found=("${(@f)$(jianyi complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ $found[1] == :files ]]; then
        _files
    elif [[ -n $found[1] ]]; then
        for line in $found; do
            values+=("${line%%$'\t'*}")
            shown+=("${line//$'\t'/  }")
        done
        compadd -U -l -d shown -a values
    else
        _jianyi_words "$@"
    fi
}
"#;

const FISH: &str = r"
function __jianyi_asked
    set -l found (jianyi complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0; and test $found[1] = :files
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $found
    end
end
complete -c jianyi -f -a '(__jianyi_asked)'
";

const FISH_VALUE: &str = " -r -f -a '(__jianyi_asked)'\n";

const POWERSHELL_AT: &str = "param($wordToComplete, $commandAst, $cursorPosition)\n";

const POWERSHELL: &str = r#"
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') { $typed += '""' }
    $found = & jianyi complete '--' @typed 2>$null
    if ($found -eq ':files') {
        return [CompletionCompleters]::CompleteFilename($wordToComplete)
    }
    if ($found) {
        return $found | ForEach-Object {
            $value, $told = $_ -split "`t", 2
            [CompletionResult]::new($value, $value, [CompletionResultType]::ParameterValue, "$value $told")
        }
    }
"#;
